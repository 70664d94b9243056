import { matrixIds, matrixOf } from '../../engine/curvature/index.ts';
import { Dialog } from '../controls/Dialog.tsx';
import { Formula } from '../controls/Formula.tsx';
import styles from './Help.module.css';

const keys: readonly { readonly keys: readonly string[]; readonly does: string }[] = [
  { keys: ['Tab'], does: 'goes to the next control; the drawing and each matrix are one stop' },
  { keys: ['←', '→', '↑', '↓'], does: 'walk the entries of a matrix, or the weights of the drawing' },
  { keys: ['↑', '↓'], does: 'in a number: one step; with Shift ten, with Alt a tenth' },
  { keys: ['Enter', 'Esc'], does: 'accept what you typed, or take it back' },
  { keys: ['Ctrl Z'], does: 'undo; Shift Ctrl Z redoes (⌘ on a Mac)' },
  { keys: ['A', 'B', 'D D'], does: 'in a notebook being edited: insert above or below a cell, delete it' },
  { keys: ['Ctrl Shift C'], does: 'in a notebook: every command by its name' },
];

function Matrices() {
  return (
    <section className={styles.matrices}>
      <h3>The {matrixIds.length} matrices</h3>
      {matrixIds.map((id) => {
        const { label, formula, cost, section, whenExact } = matrixOf(id);
        return (
          <div className={styles.matrix} key={id}>
            <div>
              <h4>{label}</h4>
              <span className={styles.meta}>
                {section} · <Formula tex={cost} />
              </span>
            </div>
            <div className={styles.formula}>
              <Formula tex={formula} breaks />
            </div>
            <p>{whenExact}</p>
          </div>
        );
      })}
    </section>
  );
}

/** What the page shows and how to work it; what it says of the matrices comes from their list. */
export default function HelpDialog({ onClose }: { readonly onClose: () => void }) {
  return (
    <Dialog open title="What you are looking at" onClose={onClose} wide reading>
      <div className={styles.help}>
        <section>
          <h3>The page</h3>
          <p>
            A small network, its data and its error <Formula tex="E(\mathbf w)" /> are on the left. In the
            middle is the Hessian <Formula tex="\mathbf H = \nabla\nabla E" /> — one row and one column for
            every weight and bias — beside its approximations. On the right is what you selected.
          </p>
          <p>
            Everything is computed in your browser, in double precision, each time something changes. Nothing
            you do leaves this computer unless you copy a link.
          </p>
        </section>
        <section>
          <h3>Drag a weight</h3>
          <p>
            Click a connection or a unit’s bias in the drawing, then drag up or down, type its value, or use
            the arrow keys. All matrices follow. Click an entry of a matrix to see both of its weights and its
            value in every matrix on show.
          </p>
          <p>Press play under Training to watch the matrices change while the network learns.</p>
        </section>
        <section>
          <h3>Lenses</h3>
          <p>
            Above the matrices choose what to look at: differences from the exact Hessian, R{'{backprop}'}{' '}
            step by step, the course of training, finite differences against their step, costs, or the error’s
            surface. “Why this number” beside a selected entry takes it apart into its terms. What is closed
            costs nothing. A figure tells the numbers under the pointer; its button in the corner enlarges it,
            to zoom in.
          </p>
        </section>
        <section>
          <h3>The notebook</h3>
          <p>
            Pages of text and live figures: PRML 5.4, what the Hessian is for, and networks beyond. An
            experiment governs the figures below it. What you change in a page becomes your own copy, kept in
            this browser. Press Edit to insert, move and write cells; File → Open as notebook makes one of
            what is on screen here.
          </p>
        </section>
        <section>
          <h3>Layers</h3>
          <p>
            Layers are dense, convolutions, pools and sums of earlier layers; a dense layer may read several.
            Images are drawn as tiles. A weight of a kernel serves every position of the image, and its row of
            the Hessian sums over them.
          </p>
        </section>
        <section>
          <h3>Colours</h3>
          <p>
            <span className={styles.negative}>Violet is negative</span>,{' '}
            <span className={styles.positive}>orange is positive</span>, and zero is the colour of the page.
            One scale serves all matrices unless you choose “each”. “Symlog” shows small entries beside large
            ones: linear around zero, logarithmic beyond.
          </p>
        </section>
        <section>
          <h3>Choosing matrices</h3>
          <p>
            The menu above the matrices lists all {matrixIds.length} in sections; what does not exist for a
            network says why. With estimates on show, their samples and rank are set beside the menu, and
            “Draw again” takes other random numbers.
          </p>
          <p>
            A matrix too slow to follow a drag is computed in the background. Its card shows how far it is;
            Stop keeps what is there, and Compute goes on.
          </p>
        </section>
        <section>
          <h3>Keys</h3>
          <dl className={styles.keys}>
            {keys.map((line) => (
              <div className={styles.key} key={line.does}>
                <dt>
                  {line.keys.map((key) => (
                    <kbd key={key}>{key}</kbd>
                  ))}
                </dt>
                <dd>{line.does}</dd>
              </div>
            ))}
          </dl>
        </section>
        <Matrices />
      </div>
    </Dialog>
  );
}
