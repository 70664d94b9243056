import { Card } from '../../controls/Card.tsx';
import { useRestedResults } from '../matrices/restedResults.ts';
import { useShownTopology } from '../matrices/useShownTopology.ts';
import { EntryAnatomy } from './EntryAnatomy.tsx';
import { EntryAnnouncement } from './EntryAnnouncement.tsx';
import { EntryReadout } from './EntryReadout.tsx';
import { EntryWeight } from './EntryWeight.tsx';
import styles from './InspectorPanel.module.css';
import { useShownEntry } from './useShownEntry.ts';

/** The entry pointed at: its value in every matrix, and the two weights it belongs to. */
export function InspectorPanel() {
  const topology = useShownTopology();
  const entry = useShownEntry(topology);
  const { snapshot } = useRestedResults();
  const gradientOf = (index: number): number => snapshot?.value.gradient[index] ?? NaN;
  const place = entry === null ? '' : `row ${entry.row + 1}, column ${entry.column + 1}`;
  return (
    <Card title="Entry" aside={place}>
      {entry === null ? (
        <p className={styles.hint}>
          Point at an entry of a matrix, or walk there with the arrow keys, to see its value and the two
          weights it belongs to. A click keeps it.
        </p>
      ) : (
        <>
          <EntryReadout entry={entry} topology={topology} />
          <EntryAnatomy entry={entry} />
          <EntryWeight topology={topology} index={entry.row} side="row" gradient={gradientOf(entry.row)} />
          {entry.column === entry.row ? null : (
            <EntryWeight
              topology={topology}
              index={entry.column}
              side="column"
              gradient={gradientOf(entry.column)}
            />
          )}
        </>
      )}
      <EntryAnnouncement topology={topology} />
    </Card>
  );
}
