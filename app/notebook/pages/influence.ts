import {
  binaryCrossEntropy,
  check,
  experiment,
  feedForward,
  page,
  study,
  sumOfSquares,
  text,
} from './build.ts';
import { moonsMinimum, sineMinimum, twentyPatternsMinimum } from './minima.ts';

/** What one pattern does: influence by the inverse Hessian against really retraining. */
export const influence = page('influence', 'Influence and fast retraining', [
  text(String.raw`
PRML names it as the second use of the Hessian (section 5.4): retraining a network quickly after a small change of its
data. Take pattern $n$ out of a network that has been trained. How do the weights move?

At the minimum the gradients of all patterns balance. Without pattern $n$ a gradient $-\nabla E_n$ is left over, and one
Newton step with the $H$ that is there already answers it:

$$
\delta\mathbf w\simeq H^{-1}\nabla E_n .
$$

If its target moves instead, $-\nabla E_n$ becomes the difference of the new and the old gradient. The factors of $H$
serve every pattern, so that each question costs $O(W^2)$ and no training. A pattern's own error then changes by about
$\nabla E_n^{\mathsf T}H^{-1}\nabla E_n$, which is never negative: its *influence* on the fit at its own place.
`),
  text(String.raw`
## One pattern

Forty patterns, ten weights, trained to rest. The figure shows the fit as it is, as influence predicts it without
the chosen pattern, and after really retraining without it.
`),
  experiment(
    {
      title: 'Forty patterns of a sine',
      network: feedForward(1, [3], 1),
      loss: sumOfSquares,
      weightDecay: 0.01,
      data: { set: 'sine', count: 40, noise: 0.2, seed: 1 },
      parameters: sineMinimum,
      training: { method: 'levenberg-marquardt' },
      view: { matrices: ['exact'] },
    },
    ['data', 'network', 'loss', 'training'],
  ),
  study('influence', { figure: 'fit', pattern: 26, change: 'remove', by: 0.5, matrix: 'exact', damping: 0 }),
  text(String.raw`
> **Try it**
>
> Click other points, or step through the patterns. Then choose *Move its target* and drag $\delta$ from 0.1 to 1:
> how far off is the predicted $\delta\mathbf w$?
`),
  check(
    String.raw`
For pattern 27 and $\delta=0.1$ the predicted $\delta\mathbf w$ is 3.6 % off, for $\delta=1$ it is 38 % off. Which order
does the error of the prediction have?`,
    String.raw`
Ten times the move makes the relative error ten times as large: the prediction is right to first order, and what it
leaves out is of the order of $\delta^2$. Removal has no $\delta$ to make small. What is small there is the share of one
pattern in the sum, about $1/N$.`,
  ),
  text(String.raw`
## All patterns

Really retraining forty times takes a second or two here. Large networks and data sets do without: that is what
influence is for.
`),
  study('influence', { figure: 'all', pattern: 26, change: 'remove', by: 0.5, matrix: 'exact', damping: 0 }),
  text(String.raw`
Every point lies above the dashed line. The prediction uses the $H$ of all patterns, and that of the others alone is
smaller: without pattern $n$ less holds the fit in its place. For one linear output the factor that $\delta\mathbf w$ lacks is known,
$1/(1-\mathbf b_n^{\mathsf T}H^{-1}\mathbf b_n)$, with the leverage of the pattern in the denominator. The order,
though, is nearly that of the truth.
`),
  check(
    String.raw`
One Newton step with the $H$ of the remaining patterns would contain that factor. Why does the table often have none?`,
    String.raw`
That $H$ is taken at the old weights, which are no minimum of the new error. It is often indefinite there, although $H$
with all patterns is not. Then a Newton step need not descend. Influence has a positive definite matrix whenever training
has come to rest at a proper minimum.`,
  ),
  text(String.raw`
## On the plane

Two classes that overlap. The lines are where the output is one half.
`),
  experiment(
    {
      title: 'Moons that overlap',
      network: feedForward(2, [3], 1, 'logistic'),
      loss: binaryCrossEntropy,
      weightDecay: 0.1,
      data: { set: 'moons', count: 120, noise: 0.25, seed: 3 },
      parameters: moonsMinimum,
      training: { method: 'levenberg-marquardt' },
      view: { matrices: ['exact'] },
    },
    ['data', 'network', 'loss', 'training'],
  ),
  study('influence', { figure: 'fit', pattern: 95, change: 'remove', by: 0.5, matrix: 'exact', damping: 0 }),
  text(String.raw`
Pattern 96 lies on the wrong side of the border and bends it. It has the largest influence of all, by prediction and in
truth; but the prediction of 1.4 falls well short of the true 4.0. A pattern that carries a whole bend of the border is
not a small change.
`),
  text(String.raw`
## Where it fails

The same sine with half the patterns, one more unit and hardly any decay.
`),
  experiment(
    {
      title: 'Twenty patterns, hardly any decay',
      network: feedForward(1, [4], 1),
      loss: sumOfSquares,
      weightDecay: 1e-4,
      data: { set: 'sine', count: 20, noise: 0.2, seed: 1 },
      parameters: twentyPatternsMinimum,
      training: { method: 'levenberg-marquardt' },
      view: { matrices: ['exact'] },
    },
    ['data', 'network', 'loss', 'training'],
  ),
  study('influence', { figure: 'all', pattern: 13, change: 'remove', by: 0.5, matrix: 'exact', damping: 0 }),
  text(String.raw`
For pattern 14 influence promises next to nothing, and the truth is some 500 times that. Without it the old minimum is
gone or far away, and retraining ends at another fit. No local model can know that.

> **Try it**
>
> Raise the decay $\alpha$ in the loss panel to 0.05 and press *Train to rest* in the study: no pattern is off by more
> than a factor of three now. Then draw new weights, with the button beside *Seed* in the network panel. What does the
> study say when $H$ is indefinite? Take Gauss–Newton and $\lambda=1$ instead, and compare its numbers with the truth.
`),
  check(
    String.raw`
At random weights, with Gauss–Newton, there is a prediction again. Why is it worth nothing?`,
    String.raw`
It answers $\nabla E_n$ alone. At random weights the gradient of all patterns is far from zero, and retraining mostly
follows that one: the weights move a long way whether pattern $n$ is there or not.`,
  ),
  text(String.raw`
Next: [a race of optimisers](#page/race), first and second order from the same start.
`),
]);
