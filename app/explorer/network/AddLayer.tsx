import { useState } from 'react';
import { layerKinds } from '../../../engine/layers/index.ts';
import { Message } from '../../controls/Message.tsx';
import { Select } from '../../controls/Select.tsx';
import { type Insertion, insertionsAfter, insertLayer } from '../../state/edits/insertLayer.ts';
import { placesOf, shapeText, usualPlace } from '../../state/edits/places.ts';
import styles from './AddLayer.module.css';
import { useAttempt } from './useAttempt.ts';
import { useExperiment } from '../../state/useLab.ts';

interface OfferProps {
  readonly insertion: Insertion;
  readonly onChoose: () => void;
}

/** One layer that could be added: what it is and gives, or why it can't be. */
function Offer({ insertion: { kind, label, outcome }, onChoose }: OfferProps) {
  const refused = 'reason' in outcome;
  return (
    <li className={styles.offer}>
      <button className={styles.choose} type="button" disabled={refused} onClick={onChoose}>
        <span>{label}</span>
        {refused ? null : <span className={styles.shape}>gives {shapeText(outcome.shape)}</span>}
      </button>
      <p className={styles.note}>{refused ? `Not here: ${outcome.reason}.` : layerKinds[kind].about}</p>
    </li>
  );
}

/** Adds a layer of any kind after another. */
export function AddLayer() {
  const network = useExperiment((state) => state.experiment.network);
  const [chosen, setChosen] = useState<string | null>(null);
  const [added, setAdded] = useState('');
  const [problem, attempt] = useAttempt();
  const places = placesOf(network);
  const place = places.find(({ name }) => name === chosen) ?? usualPlace(places);
  if (place === undefined) return null;
  const add = ({ kind, label, beside }: Insertion): void => {
    if (!attempt(insertLayer(kind, place.name, beside))) return;
    setChosen(null);
    setAdded(`${label} added after ${place.name}`);
  };
  return (
    <div className={styles.form}>
      <h3 className={styles.title}>Add a layer</h3>
      <div className={styles.after}>
        <Select
          label="After"
          value={place.name}
          options={places.map(({ name, shape }) => ({ value: name, label: `${name}: ${shapeText(shape)}` }))}
          onChange={setChosen}
        />
      </div>
      <ul className={styles.offers}>
        {insertionsAfter(network, place).map((insertion) => (
          <Offer key={insertion.label} insertion={insertion} onChoose={() => add(insertion)} />
        ))}
      </ul>
      <span className="visually-hidden" role="status">
        {added}
      </span>
      {problem === null ? null : <Message tone="caution">{problem}</Message>}
    </div>
  );
}
