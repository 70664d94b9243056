import { check, experiment, feedForward, lens, matrices, page, sumOfSquares, text } from './build.ts';

/** PRML 5.4.4: two differences, their best steps, and what they are good for. */
export const finiteDifferences = page('finite-differences', 'Finite differences', [
  text(String.raw`
Second derivatives can be had without deriving anything. Move two weights a little, both ways, and compare the error at
the four points:

$$
H_{ij}\simeq\frac{E(\epsilon,\epsilon)-E(\epsilon,-\epsilon)-E(-\epsilon,\epsilon)+E(-\epsilon,-\epsilon)}{4\epsilon^2},
$$

where $E(\pm\epsilon,\pm\epsilon)$ is the error with $\pm\epsilon$ added to $w_i$ and to $w_j$. There are $W(W+1)/2$
entries and four errors for each, every one of them a forward pass of $O(NW)$: $O(NW^3)$ for the matrix.

If backpropagation is there, differences of the gradient are better. They give a whole row for two gradients, so
$O(NW^2)$ for the matrix:

$$
H_{ij}\simeq\frac{g_i(\mathbf w+\epsilon\,\mathbf e_j)-g_i(\mathbf w-\epsilon\,\mathbf e_j)}{2\epsilon},\qquad
\mathbf g=\nabla E .
$$
`),
  text(String.raw`
## The step

Two errors pull the step $\epsilon$ in opposite directions.

**Truncation.** Taylor's series was cut. The central formulas leave an error that falls like $\epsilon^2$; a one-sided
difference of the gradient, $(\mathbf g(\mathbf w+\epsilon\,\mathbf e_j)-\mathbf g(\mathbf w))/\epsilon$, leaves one
that falls like $\epsilon$ only.

**Cancellation.** Numbers that are nearly equal are subtracted, and their rounding, $u\approx2\times10^{-16}$ relative
to their size, remains. Divided by the step it rises like $u/\epsilon$ for differences of the gradient and like
$u/\epsilon^2$ for the four points.

The best step balances the two.

| difference | best step | error there |
| --- | --- | --- |
| four points of $E$ | $u^{1/4}\approx10^{-4}$ | $u^{1/2}\approx10^{-8}$ |
| gradient, one-sided | $u^{1/2}\approx10^{-8}$ | $u^{1/2}\approx10^{-8}$ |
| gradient, central | $u^{1/3}\approx10^{-5}$ | $u^{2/3}\approx10^{-11}$ |

These are orders of magnitude. The factors depend on the higher derivatives and on the size of what is subtracted.
`),
  experiment(
    {
      title: 'Differences against their step',
      network: feedForward(1, [3], 1),
      loss: sumOfSquares,
      data: { set: 'sine', count: 40, noise: 0.15, seed: 1 },
      parameters: { seed: 1, scale: 1 },
      view: { matrices: ['exact', 'gradient-differences', 'four-point'], entry: [0, 0], parameter: 0 },
    },
    ['data', 'network'],
  ),
  lens('sweep', { of: 'entry' }),
  text(String.raw`
Read the figure from the right. The step shrinks, and the errors fall along straight lines whose slopes are the powers
above. Then the lines turn, and cancellation takes over. The level of $\mathcal R\{\cdot\}$, which has no step, is
the subject of [a later page](#page/fast-multiplication).

> **Try it**
>
> Select other entries in the matrices below. The lines move up and down, but the order of the three best errors hardly
> changes. Then switch the figure to Product Hv.
`),
  matrices(),
  check(
    String.raw`
Select the entry in the last row and last column: twice the bias of the output. Larger steps are better there, without
limit. Why?`,
    String.raw`
The output is linear, so $E$ is exactly quadratic in its bias. Taylor's series ends after the second term; there is no
truncation to avoid, and only cancellation is left, which is smallest for the largest step. The entry is $N=40$.`,
  ),
  check(
    String.raw`
Both difference matrices are on show, computed with sensible steps. Which of them agrees with Exact to more digits, and
which costs more?`,
    String.raw`
Gradient differences agrees to about ten digits, Four-point differences to seven or eight. The four points cost more
as well, nearly four times as much already with $W=10$, and the ratio grows like $W$.`,
  ),
  text(String.raw`
> **Try it**
>
> Click hidden1 and change its activation to relu. Four points straddle the kinks of $E$, where there is no second
> derivative, and steps that carry a unit across its kink measure the jump instead.
`),
  text(String.raw`
## What it is for

Finite differences are for checking. They share no formula with the method under test, so agreement to the number of
digits expected is strong evidence. Two habits make the check sharper: sweep the step rather than trust one, and
compare along random directions, where one product tests all entries at once.

They are not for production. Anything that can compute the gradient can compute $H$ exactly for a similar price.

Next: how, in [exact evaluation](#page/exact).
`),
]);
