import { binaryCrossEntropy, check, experiment, feedForward, lens, matrices, page, text } from './build.ts';

/** All methods of PRML 5.4 in one table, with what each costs for a network on show. */
export const choosing = page('choosing', 'Choosing a method', [
  text(String.raw`
Start from the question, not from the method. What do you need: every entry, a diagonal, an inverse, or products with
vectors? And how good must it be: exact, exact near a minimum, or right on average?

Costs are for one pattern, in the number $W$ of weights.

| method | cost | when it is exact | what it is for |
| --- | --- | --- | --- |
| [Diagonal](#page/diagonal) | $O(W)$ | its entries: one hidden layer and outputs that do not mix | pruning, scaling of single weights |
| [Outer product](#page/outer-product) | $O(W^2)$ | no hidden layer; nearly, where residuals are noise | least-squares training, error bars |
| [Gauss–Newton](#page/gauss-newton-fisher) | $O(W^2)$ | no hidden layer; nearly, where residuals are noise | steps that need a positive semi-definite matrix |
| [Fisher](#page/gauss-newton-fisher) | $O(W^2)$ | where Gauss–Newton is, if the output belongs to the loss | natural gradient |
| [Sequential inverse](#page/inverse) | $O(W^2)$ | where the outer product is; begins with $\alpha I$ | an inverse that follows the data |
| [Four-point differences](#page/finite-differences) | $O(W^3)$ | to about 8 digits | checking, when only $E$ can be computed |
| [Gradient differences](#page/finite-differences) | $O(W^2)$ | to about 10 digits | checking |
| [Exact](#page/exact) | $O(W^2)$ | always | every entry, an inverse, a determinant |
| [Product $H\mathbf v$](#page/fast-multiplication) | $O(W)$ | always | eigenvalues, conjugate gradients, large networks |
`),
  text(String.raw`
## For a network on show

The orders of growth hide their factors. The figure counts multiplications and additions for the network below, and
measures how long each method takes in your browser.
`),
  experiment(
    {
      title: 'What each method costs',
      network: feedForward(2, [6, 5], 1, 'logistic'),
      loss: binaryCrossEntropy,
      weightDecay: 0.01,
      data: { set: 'moons', count: 120, noise: 0.16, seed: 3 },
      parameters: { seed: 1, scale: 1 },
      view: {
        matrices: ['exact', 'diagonal', 'outer-product', 'gauss-newton', 'fisher', 'empirical-fisher'],
      },
    },
    ['data', 'network', 'loss', 'training'],
  ),
  lens('cost', { figure: 'network' }),
  text(String.raw`
With $W=59$ the exact matrix takes about nine times the operations of one gradient: far fewer than $W$ gradients, because
the weights of one unit share their passes. Columns by $\mathcal R\{\cdot\}$ or by gradient differences take $2W=118$
gradients. Four points take some 2,400.

> **Try it**
>
> Click hidden1 and double its units. Which costs about double, which more than threefold, and which about sixfold? The
> growth figure has the answer for a whole range of $W$.
`),
  lens('cost', { figure: 'growth' }),
  check(
    String.raw`
A network has $W=10^6$ weights. Which methods of the table are left?`,
    String.raw`
Those that are $O(W)$: the diagonal, and products $H\mathbf v$ or $G\mathbf v$ with what can be built on them. A full matrix has
$10^{12}$ entries, eight terabytes in float64. In between lie approximations by blocks, such as K-FAC, which keep a small matrix
for each layer.`,
  ),
  check(
    String.raw`
At a minimum, $W=59$, and an inverse is needed for error bars. Outer product or Exact?`,
    String.raw`
Exact. It costs the same here, and the inverse is where the outer product may be most wrong, as
[the page on the inverse](#page/inverse) shows. If the point is only near a minimum and $H$ is indefinite, Gauss–Newton with
the decay $\alpha I$ is the safe choice.`,
  ),
  matrices(),
  text(String.raw`
## Three habits

Compare before you trust. For a small network of the same kind the exact matrix is cheap, and tells whether an approximation is
good where you need it.

Look at both ends of the spectrum. An error in norm speaks of the large eigenvalues; an inverse lives on the small ones.

Check derivatives once, by differences, and then stop computing them that way.

Next: [exercises](#page/exercises), with numbers to check answers against.
`),
]);
