import * as v from 'valibot';
import type { Experiment } from '../../engine/experiment/document.ts';
import { parseExperiment } from '../../engine/experiment/validate.ts';

const FOLDER = './examples/';

const index = v.array(v.pipe(v.string(), v.regex(/^[\w-]+\.json$/)));

const file = v.object({ title: v.string(), question: v.string(), experiment: v.unknown() });

/** A card of the gallery: what it is called, what it answers, and the document, not yet validated. */
export interface Example {
  readonly name: string;
  readonly title: string;
  readonly question: string;
  readonly experiment: unknown;
}

async function fetchJson(name: string): Promise<unknown> {
  const reply = await fetch(FOLDER + name);
  if (!reply.ok) throw new Error(`${name} could not be loaded: ${reply.status}`);
  return reply.json();
}

async function fetchExample(name: string): Promise<Example> {
  return { name, ...v.parse(file, await fetchJson(name)) };
}

let loading: Promise<readonly Example[]> | null = null;

/** The gallery, loaded once; a failed load is tried again the next time. */
export function loadExamples(): Promise<readonly Example[]> {
  loading ??= fetchJson('index.json')
    .then((names) => Promise.all(v.parse(index, names).map(fetchExample)))
    .catch((error: unknown) => {
      loading = null;
      throw error;
    });
  return loading;
}

/** @throws Error naming what is wrong with the document */
export const experimentOf = (example: Example): Experiment => parseExperiment(example.experiment);
