import { type ReactNode, Suspense, useEffect } from 'react';
import type { CellContents } from '../../../engine/notebook/notebook.ts';
import { type StudyId, studyIds, type StudySettings } from '../../../engine/notebook/studies/index.ts';
import { startWorkers } from '../../compute/startCompute.ts';
import { Select } from '../../controls/Select.tsx';
import { useDocument } from '../../state/useDocument.ts';
import { useLab } from '../../state/useLab.ts';
import { studies } from '../../studies/index.ts';
import type { FollowingProps, Study, StudyProps } from '../../studies/study.ts';
import { studyContent } from '../state/newCell.ts';
import type { CellProps } from './cell.ts';
import { Frame } from './Frame.tsx';
import styles from './LensCell.module.css';

const options = studyIds.map((value) => ({ value, label: studies[value].label }));

interface FollowingStudyProps<K extends StudyId> extends StudyProps<K> {
  readonly study: Extract<Study<K>, { follows: true }>;
}

/** A study of the experiment at hand. */
function FollowingStudy<K extends StudyId>({ study: { Panel }, ...props }: FollowingStudyProps<K>) {
  const { edit, together } = useLab();
  const onBoth: FollowingProps<K>['onBoth'] = (change, settings) =>
    together(() => {
      edit(change);
      props.onSettings(settings);
    });
  const following = { ...props, experiment: useDocument(), onEdit: edit, onBoth } as FollowingProps<K>;
  return <Panel {...following} />;
}

interface OwnStudyProps<K extends StudyId> extends StudyProps<K> {
  readonly study: Extract<Study<K>, { follows: false }>;
}

/** A study of a model of its own, on a page that may have no lab. */
function OwnStudy<K extends StudyId>({ study: { Panel }, ...props }: OwnStudyProps<K>) {
  useEffect(startWorkers, []);
  return <Panel {...props} />;
}

interface StudyFigureProps<K extends StudyId> extends StudyProps<K> {
  readonly id: K;
}

function StudyFigure<K extends StudyId>({ id, settings, onSettings }: StudyFigureProps<K>): ReactNode {
  const study: Study<K> = studies[id];
  if (study.follows) return <FollowingStudy study={study} settings={settings} onSettings={onSettings} />;
  return <OwnStudy study={study} settings={settings} onSettings={onSettings} />;
}

/** A study in the page, with settings of its own. */
export function StudyCell({ cell, editing, onChange }: CellProps<'study'>) {
  const { study, settings } = cell;
  return (
    <Frame label={studies[study].label}>
      {editing ? (
        <div className={styles.choice}>
          <Select
            label="Study"
            value={study}
            options={options}
            onChange={(next) => onChange(studyContent(next))}
          />
        </div>
      ) : null}
      <div className={styles.lens}>
        <Suspense fallback={<p className={styles.loading}>loading…</p>}>
          <StudyFigure
            key={study}
            id={study}
            settings={settings}
            onSettings={(change: Partial<StudySettings[StudyId]>, gesture) =>
              onChange(
                { study, settings: { ...settings, ...change } } as unknown as CellContents['study'],
                gesture,
              )
            }
          />
        </Suspense>
      </div>
    </Frame>
  );
}
