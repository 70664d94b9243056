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
import { eightPatternsMinimum, monksMinimum, xorMinimum } from './minima.ts';

/** Optimal Brain Damage, Optimal Brain Surgeon and magnitude, and when each is wrong. */
export const pruning = page('pruning', 'Pruning', [
  text(String.raw`
A trained network often has weights that it could do without. Which ones? PRML lists this among the uses of the Hessian
(section 5.4): at a minimum the gradient is zero, and a small change $\delta\mathbf w$ costs

$$
\Delta E\simeq\tfrac12\,\delta\mathbf w^{\mathsf T}H\,\delta\mathbf w .
$$

Deleting weight $q$ asks for $\delta w_q=-w_q$. What may the other weights do meanwhile?

*Optimal Brain Damage* (LeCun and others, 1990) keeps them where they are. Then only the diagonal counts:
$\Delta E\simeq\tfrac12H_{qq}w_q^2$.

*Optimal Brain Surgeon* (Hassibi and Stork, 1993) moves them so that the quadratic model rises least. That is a minimum
under one constraint, with the answer

$$
\delta\mathbf w=-\frac{w_q}{[H^{-1}]_{qq}}H^{-1}\mathbf e_q,\qquad L_q=\frac{w_q^2}{2[H^{-1}]_{qq}} .
$$

*Magnitude* deletes the smallest $\lvert w_q\rvert$ and reads no curvature at all.
`),
  text(String.raw`
## Predicted and true

A network for XOR, trained to rest: seventeen weights and biases. The figure deletes each of them alone, by each rule,
and holds the true change of the error against the predicted one.
`),
  experiment(
    {
      title: 'XOR at a minimum',
      network: feedForward(2, [4], 1, 'logistic'),
      loss: binaryCrossEntropy,
      weightDecay: 0.02,
      data: { set: 'xor', count: 80, noise: 0.2, seed: 1 },
      parameters: xorMinimum,
      training: { method: 'levenberg-marquardt' },
      view: { matrices: ['exact'] },
    },
    ['data', 'network', 'loss', 'training'],
  ),
  study('pruning', {
    figure: 'predictions',
    matrix: 'exact',
    damping: 1e-4,
    renew: true,
    rise: 1,
    gradient: false,
  }),
  text(String.raw`
Whatever the weight, the surgeon's true $\Delta E$ is below that of Optimal Brain Damage, because the other weights
have moved. Both are least reliable at the top right. A deletion that matters is a long step, and the quadratic model
is only good near $\mathbf w$.

Now let each rule delete one weight after another, with $H$ computed anew each time.
`),
  study('pruning', {
    figure: 'race',
    matrix: 'exact',
    damping: 1e-4,
    renew: true,
    rise: 1,
    gradient: false,
  }),
  text(String.raw`
Before the error has risen by 1, the surgeon deletes seven weights. Optimal Brain Damage and magnitude manage one each,
and the same one.

> **Try it**
>
> Delete the surgeon's seven with the button *all 7*, look at the network, then undo. Next draw new weights, with the
> button beside *Seed* in the network panel, and go back to the predictions: no longer a minimum. Tick the gradient term.
> Then train to rest.
`),
  check(
    String.raw`
In the quadratic model, why can $L_q$ never exceed $\tfrac12H_{qq}w_q^2$?`,
    String.raw`
The surgeon minimises over all $\delta\mathbf w$ with $\delta w_q=-w_q$. Keeping the other weights is one of these
choices. In matrices: $[H^{-1}]_{qq}\geqslant1/H_{qq}$ for every positive definite $H$, with equality where the row has
nothing beside its diagonal.`,
  ),
  check(
    String.raw`
The surgeon's race ends early: $H$ is not positive definite. How can that be, having started at a minimum?`,
    String.raw`
Each deletion takes the weights to where the quadratic model has its minimum, not the error. After several of them the
gradient is no longer zero and $H$ need not be positive definite. Retraining between deletions, or Gauss–Newton in
place of $H$, avoids it. Set H to Gauss–Newton here, and see that avoiding it is not winning.`,
  ),
  text(String.raw`
## A MONK's problem

Robots with six attributes in fifteen columns; class 1 where head and body have the same shape, or the jacket is red.
Three attributes do not matter, so that a good part of the 52 weights should not either.
`),
  experiment(
    {
      title: 'MONK’s problem at a minimum',
      network: feedForward(15, [3], 1, 'logistic'),
      loss: binaryCrossEntropy,
      weightDecay: 0.02,
      data: { set: 'monks', count: 124, noise: 0, seed: 1 },
      parameters: monksMinimum,
      training: { method: 'levenberg-marquardt' },
      view: { matrices: ['exact'] },
    },
    ['data', 'network', 'loss', 'training'],
  ),
  study('pruning', {
    figure: 'race',
    matrix: 'exact',
    damping: 1e-4,
    renew: true,
    rise: 0.5,
    gradient: false,
  }),
  text(String.raw`
Thirty weights go by the surgeon before $E$ has risen by 0.5, against 24 by magnitude and 19 by Optimal Brain Damage.
So reading the diagonal is not always better than reading nothing: deleted one at a time, weights that lean on each
other each look cheap.
`),
  text(String.raw`
## Where the claim fails

"The surgeon beats Optimal Brain Damage" is a theorem about the quadratic model. Here are thirteen weights and eight
patterns, at a minimum. Five directions are held by weight decay alone.
`),
  experiment(
    {
      title: 'More weights than patterns',
      network: feedForward(1, [4], 1),
      loss: sumOfSquares,
      weightDecay: 1e-4,
      data: { set: 'sine', count: 8, noise: 0.1, seed: 1 },
      parameters: eightPatternsMinimum,
      training: { method: 'levenberg-marquardt' },
      view: { matrices: ['exact'] },
    },
    ['data', 'network', 'loss', 'training'],
  ),
  study('pruning', {
    figure: 'predictions',
    matrix: 'exact',
    damping: 1e-8,
    renew: true,
    rise: 1,
    gradient: false,
  }),
  text(String.raw`
Along the flat directions moving is almost free, so the surgeon moves far: it promises less than 0.004 for every weight,
and the truth is up to 90. For five of the thirteen weights it does more harm than leaving the others alone.

> **Try it**
>
> Raise $\lambda$ to 1. It makes long steps dear, and the surgeon's points come back towards the diagonal.
`),
  check(
    String.raw`
Its ranking is still good here. Does that make the deletions safe?`,
    String.raw`
No. The order may be right while every number is wrong by a factor of a thousand, and a threshold on the predicted
$\Delta E$ would let everything pass. Compute the true error after each deletion, as the race does.`,
  ),
  text(String.raw`
Next: what the curvature says about [error bars and evidence](#page/laplace).
`),
]);
