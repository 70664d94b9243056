import { useState } from 'react';
import type { DragEvent } from 'react';

/** Experiments are dropped anywhere on the page; everything else dropped here is taken as a table. */
const isExperiment = (event: DragEvent): boolean =>
  Array.from(event.dataTransfer.items).some((item) => item.type === 'application/json');

const carriesFile = (event: DragEvent): boolean =>
  event.dataTransfer.types.includes('Files') && !isExperiment(event);

/** Handlers of a place on which a file may be dropped, and whether one is held over it. */
export function useFileDrop(take: (file: File) => void) {
  const [over, setOver] = useState(false);
  return {
    over,
    handlers: {
      onDragOver(event: DragEvent) {
        if (!carriesFile(event)) return;
        event.preventDefault();
        setOver(true);
      },
      onDragLeave(event: DragEvent) {
        if (!event.currentTarget.contains(event.relatedTarget instanceof Node ? event.relatedTarget : null))
          setOver(false);
      },
      onDrop(event: DragEvent) {
        setOver(false);
        const file = event.dataTransfer.files[0];
        if (file === undefined || !carriesFile(event)) return;
        event.preventDefault();
        take(file);
      },
    },
  };
}
