import { EntryAnnouncement } from '../../explorer/inspector/EntryAnnouncement.tsx';
import { OpenAnatomy } from '../../explorer/inspector/EntryAnatomy.tsx';
import { EntryReadout } from '../../explorer/inspector/EntryReadout.tsx';
import { useShownEntry } from '../../explorer/inspector/useShownEntry.ts';
import { useShownTopology } from '../../explorer/matrices/useShownTopology.ts';
import styles from './AnatomyCell.module.css';
import { Frame } from './Frame.tsx';

/** The selected entry, with what makes it. */
export function AnatomyCell() {
  const topology = useShownTopology();
  const entry = useShownEntry(topology);
  return (
    <Frame label="Anatomy of an entry">
      {entry === null ? (
        <p className={styles.hint}>
          Click an entry of a matrix, or walk there with the arrow keys: here it is taken apart.
        </p>
      ) : (
        <div className={styles.anatomy}>
          <EntryReadout entry={entry} topology={topology} />
          <OpenAnatomy entry={entry} />
        </div>
      )}
      <EntryAnnouncement topology={topology} />
    </Frame>
  );
}
