import { useEffect, useState } from 'react';
import { notify } from '../state/notices.ts';
import styles from './DropTarget.module.css';
import { openFile } from './openAndSave.ts';

const carriesFile = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;

/** An experiment dropped anywhere opens. A panel that takes a drop itself (a CSV) prevents its default. */
export function DropTarget() {
  const [over, setOver] = useState(false);
  useEffect(() => {
    const onDragOver = (event: DragEvent): void => {
      if (!carriesFile(event)) return;
      setOver(!event.defaultPrevented);
      event.preventDefault();
    };
    const onDragLeave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setOver(false);
    };
    const onDrop = (event: DragEvent): void => {
      setOver(false);
      if (!carriesFile(event) || event.defaultPrevented) return;
      event.preventDefault();
      const file = event.dataTransfer?.files[0];
      if (file === undefined) return;
      if (file.name.endsWith('.json')) void openFile(file);
      else
        notify({
          tone: 'caution',
          text: `${file.name} was not opened: drop a .hessian.json file here, or a CSV onto the data`,
        });
    };
    window.addEventListener('dragover', onDragOver);
    window.addEventListener('dragleave', onDragLeave);
    window.addEventListener('drop', onDrop);
    return () => {
      window.removeEventListener('dragover', onDragOver);
      window.removeEventListener('dragleave', onDragLeave);
      window.removeEventListener('drop', onDrop);
    };
  }, []);
  return over ? (
    <div className={styles.overlay} aria-hidden>
      Drop the experiment to open it
    </div>
  ) : null;
}
