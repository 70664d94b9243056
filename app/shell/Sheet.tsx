import { ChevronDown, ChevronUp } from 'lucide-react';
import { Tabs } from 'radix-ui';
import { useState } from 'react';
import { IconButton } from '../controls/IconButton.tsx';
import { experimentPanels, selectionPanels } from './panels.tsx';
import styles from './Sheet.module.css';

const tabs = [...experimentPanels, { id: 'selected', title: 'Selected', content: selectionPanels }];

/**
 * The panels of the outer columns under tabs at the foot of a narrow page. All stay mounted, so that a run
 * goes on while the sheet is down.
 */
export default function Sheet() {
  const [tab, setTab] = useState('data');
  const [up, setUp] = useState(false);
  return (
    <Tabs.Root
      className={styles.sheet}
      data-up={up}
      value={up ? tab : ''}
      onValueChange={(next) => {
        setTab(next);
        setUp(true);
      }}
      activationMode="manual"
      asChild
    >
      <aside aria-label="Controls">
        <div className={styles.bar}>
          <Tabs.List className={styles.tabs} aria-label="Controls">
            {tabs.map(({ id, title }) => (
              <Tabs.Trigger key={id} className={styles.tab} value={id}>
                {title}
              </Tabs.Trigger>
            ))}
          </Tabs.List>
          <IconButton
            label={up ? 'Fold the controls' : 'Show the controls'}
            icon={up ? <ChevronDown size={18} /> : <ChevronUp size={18} />}
            tone="quiet"
            onClick={() => setUp(!up)}
          />
        </div>
        <div className={styles.body} hidden={!up}>
          {tabs.map(({ id, content }) => (
            <Tabs.Content key={id} className={styles.panel} value={id} forceMount>
              {content}
            </Tabs.Content>
          ))}
        </div>
      </aside>
    </Tabs.Root>
  );
}
