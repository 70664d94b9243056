import {
  check,
  experiment,
  feedForward,
  matrices,
  page,
  softmaxCrossEntropy,
  spectrum,
  sumOfSquares,
  text,
} from './build.ts';

/** Three matrices of the form JᵀSJ: when they are one, and the empirical Fisher, which is none of them. */
export const gaussNewtonFisher = page('gauss-newton-fisher', 'Gauss–Newton and Fisher', [
  text(String.raw`
Three matrices go by names that are often exchanged: the outer product, Gauss–Newton and the Fisher matrix. All three
have the form

$$
\sum_nJ_n^{\mathsf T}S_nJ_n ,
$$

with the Jacobian $J_n$ of the network's outputs for pattern $n$ and a small matrix $S_n$ between. They differ in
where the network is cut and in what $S_n$ is.

**Outer product.** Cut at the outputs $\mathbf y$: $J_n=\partial\mathbf y_n/\partial\mathbf w$, and $S_n$ is the
second derivative of the loss with respect to $\mathbf y$. For sum of squares that is $I$. For the two cross-entropies
the cut is at $\mathbf a$, as in PRML 5.85.

**Gauss–Newton.** Cut one step earlier, at the pre-activations $\mathbf a$ of the outputs:
$J_n=\partial\mathbf a_n/\partial\mathbf w$ and $S_n=M_n=\partial^2E_n/\partial\mathbf a\,\partial\mathbf a$, which
includes the curvature of the output activation. What it drops of $H$ is
$\sum_n\sum_k\delta_{nk}\nabla\nabla a_{nk}$.

**Fisher.** Also cut at $\mathbf a$, with $S_n=\mathbb E\,\boldsymbol\delta\boldsymbol\delta^{\mathsf T}$. The
expectation is over targets drawn from the model's own distribution $p(\mathbf t\mid\mathbf x_n,\mathbf w)$, not over
the targets in the data.
`),
  text(String.raw`
## When they are the same

| loss and output | outer product | Gauss–Newton | Fisher |
| --- | --- | --- | --- |
| sum of squares, identity | A | A | A |
| binary cross-entropy, logistic | A | A | A |
| softmax cross-entropy, softmax | A | A | A |
| Poisson, exp | B | A | A |
| sum of squares, logistic | B | A | B |
| pseudo-Huber, identity | A | A | B |
| Cauchy, identity | A | A | none |

Equal letters in a row mean equal matrices. In the first four rows $\boldsymbol\delta=\mathbf y-\mathbf t$. Then
$M$ does not depend on the target, the expectation of $\boldsymbol\delta\boldsymbol\delta^{\mathsf T}$ is the
variance of the target, and both are the same function of $\mathbf a$: Gauss–Newton is the Fisher matrix.

The figure has the fifth row, sum of squares behind a logistic output.
`),
  experiment(
    {
      title: 'Sum of squares, logistic output',
      network: feedForward(2, [3], 1, 'logistic'),
      loss: sumOfSquares,
      data: { set: 'moons', count: 120, noise: 0.16, seed: 3 },
      parameters: { seed: 1, scale: 2 },
      view: { matrices: ['exact', 'outer-product', 'gauss-newton', 'fisher'] },
    },
    ['data', 'network', 'loss', 'training'],
  ),
  matrices(),
  text(String.raw`
> **Try it**
>
> Change the loss to Binary cross-entropy. Three errors become one. Change it back: Outer product and Fisher agree,
> Gauss–Newton goes its own way.
`),
  check(
    String.raw`
With sum of squares here, Gauss–Newton has a negative eigenvalue. Is it not always positive semi-definite?`,
    String.raw`
Only if every $M_n$ is. Here $M_n=h'(a)^2+(y-t)\,h''(a)$, which is negative where the network is confidently wrong.
The outer product and the Fisher matrix have $S_n=h'(a)^2\ge0$. With a loss that is not convex in $\mathbf y$, such as
Cauchy beyond $|y-t|=1$, the outer product loses the property as well.`,
  ),
  text(String.raw`
## The empirical Fisher

Replace the expectation by the targets in the data and the result is

$$
\sum_n\mathbf g_n\mathbf g_n^{\mathsf T},\qquad \mathbf g_n=\nabla E_n .
$$

It costs the same as the others and has Fisher in its name, but it is a different matrix: it weighs each pattern by its
residual squared. When the network fits, $\mathbf g_n$ vanishes and the matrix with it, while $H$ need not.
`),
  experiment(
    {
      title: 'Three arms, softmax outputs',
      network: feedForward(2, [5], 3, 'softmax'),
      loss: softmaxCrossEntropy,
      weightDecay: 0.01,
      data: { set: 'spiral', count: 150, noise: 0.06, seed: 1 },
      parameters: { seed: 2, scale: 1 },
      view: { matrices: ['exact', 'gauss-newton', 'empirical-fisher', 'fisher-monte-carlo'] },
    },
    ['data', 'training'],
  ),
  matrices(),
  spectrum(),
  text(String.raw`
> **Try it**
>
> Train for twenty steps or more. Gauss–Newton comes within a few per cent of $H$. The empirical Fisher stays about
> 90 % away.
`),
  check(
    String.raw`
Fisher, Monte Carlo draws $S$ targets for each pattern from the model and averages $\mathbf g\mathbf g^{\mathsf T}$.
After training, raise the samples from 1 to 256. What does its error approach, and how fast?`,
    String.raw`
The error of Gauss–Newton, since for softmax with cross-entropy the Fisher matrix is Gauss–Newton. What is left above
that falls like $1/\sqrt S$: sixteen times the samples for a quarter of the error, up to luck. With $S=1$ it costs what
the empirical Fisher costs; only the target is drawn instead of read.`,
  ),
  text(String.raw`
## Which to ask for

As an approximation of $H$ near a minimum: Gauss–Newton. It shares with $H$ everything but the term in
$\boldsymbol\delta$.

As a measure of how much the model's distribution changes when weights do: Fisher. It is what natural gradient
inverts, and it knows nothing of the targets.

As neither: the empirical Fisher. It does approximate the covariance of the pattern gradients, if that is what is
wanted.

Next: [the inverse](#page/inverse) of such a matrix, built one pattern at a time.
`),
]);
