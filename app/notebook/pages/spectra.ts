import { binaryCrossEntropy, check, experiment, feedForward, page, study, text } from './build.ts';

/** The spectrum from products alone: its ends, its density, trace and log-determinant, with error bars. */
export const spectra = page('spectra', 'Spectra', [
  text(String.raw`
For thirty weights all eigenvalues are a matter of a millisecond. For a million the matrix has $10^{12}$ entries and
cannot be stored, let alone decomposed. What remains are products $H\mathbf v$ (PRML 5.4.6), and they tell a surprising
amount: the ends of the spectrum, its trace, the logarithm of its determinant, even how the eigenvalues are distributed.
This page computes both sides for a network so small that every estimate can be checked.
`),
  experiment(
    {
      title: 'Thirty-three eigenvalues',
      network: feedForward(2, [8], 1, 'logistic'),
      loss: binaryCrossEntropy,
      weightDecay: 0.01,
      data: { set: 'moons', count: 60, noise: 0.1, seed: 1 },
      parameters: { seed: 1, scale: 1 },
      view: { matrices: ['exact', 'gauss-newton'] },
    },
    ['data', 'network', 'loss', 'training'],
  ),
  text(String.raw`
## From one vector

Start with a vector $\mathbf v$, multiply, make the result orthogonal to all vectors before it, and repeat. In the basis
of these vectors $A$ is a tridiagonal matrix $T$, of one row for each product. That is **Lanczos's method**. The
eigenvalues $\theta_k$ of $T$, the Ritz values, lie within the spectrum of $A$ and reach its two ends first. Each comes
with a bound: an eigenvalue of $A$ is certain to be that near.

## From many

Let the entries of $\mathbf v$ be $\pm1$ at random. Then

$$
\mathbb E\,\bigl[\mathbf v^{\mathsf T}f(A)\,\mathbf v\bigr]=\operatorname{tr}f(A)=\sum_i f(\lambda_i) ,
\qquad
\mathbf v^{\mathsf T}f(A)\,\mathbf v\simeq W\sum_k\tau_k\,f(\theta_k) .
$$

On the left, Hutchinson's estimate, a mean over probes $\mathbf v$ with a standard error of its own. On the right,
Gauss's quadrature: Lanczos from $\mathbf v$ gives nodes $\theta_k$, and the squares $\tau_k$ of the first components of
the eigenvectors of $T$ are their weights. With $f(\lambda)=\lambda$ this is the trace; with $\ln(\lambda+\lambda_0)$ the
log-determinant of the damped matrix; with a narrow bell at every place in turn, the density. One set of products serves them all.
`),
  study('density', {
    matrix: 'exact',
    damping: 0,
    probes: 16,
    steps: 16,
    seed: 1,
    axis: 'log',
    width: 0.02,
  }),
  text(String.raw`
The stems are all 33 eigenvalues. At these random weights 15 of them are negative, so the logarithm of the determinant
does not exist, and the figure says from which $\lambda$ on it does. The ends are right to all digits shown after 16
products. The trace is not: its error bar is more than a third of it.

> **Try it**
>
> Move Probes to 64. Four times as many probes halve the standard error, and no more. Change Seed a few times: the
> exact value lies within one standard error about two times in three. Then move Steps down to 4. The trace does not
> change at all; the density and the ends do.
`),
  check(
    String.raw`
Why does the trace not depend on the number of steps?`,
    String.raw`
$f(\lambda)=\lambda$ is a polynomial of degree 1, and Gauss's quadrature with $k$ nodes is exact up to degree $2k-1$. One
step is enough. What is left is the error of the probes. It comes from the entries off the diagonal, with variance
$2\sum_{i\ne j}A_{ij}^2$ for one probe; of a diagonal matrix a single probe gives the trace exactly.`,
  ),
  text(String.raw`
## Two errors, one error bar

Press Train and wait for the end. $H$ is now positive definite, and the log-determinant appears: the quantity that an
evidence needs. Its eigenvalues are spread over nearly three decades, most of them below 0.1.

> **Try it**
>
> With Probes at 64, move Steps to 2. The error bar is small, and the log-determinant is off by more than ten of them.
> Find the number of steps from which it is honest again.
`),
  study('density', {
    matrix: 'exact',
    damping: 0,
    probes: 64,
    steps: 3,
    seed: 1,
    axis: 'log',
    width: 0.02,
  }),
  text(String.raw`
The standard error measures how much the probes differ. Too few steps bend all of them in the same direction: no
quadrature has a node near the smallest eigenvalues, whose logarithms are large and negative, and the mean comes out too
high. More probes make such an answer only more precisely wrong. More steps mend it, or a larger $\lambda$, which
keeps the logarithm away from zero.
`),
  check(
    String.raw`
The figure used $64\cdot16$ products to estimate what 33 products, one for each column, give exactly. For which networks
is it worth it?`,
    String.raw`
Where $W$ is far above the number of products, and a few per cent will do. The products needed for a given accuracy hardly
depend on $W$, because the relative error of the trace tends to shrink as more eigenvalues are averaged. With $W=10^6$
a thousand products are a thousandth of the columns, and nothing of size $W^2$ is ever stored.`,
  ),
  text(String.raw`
> **Try it**
>
> Choose Gauss–Newton for $A$. No eigenvalue can be negative, and most stand at the decay $\alpha$ exactly: few
> directions are seen by the data. Change $\alpha$ in the loss panel and watch that peak move while the rest stays.

Read such a density from both sides. The few large eigenvalues limit the learning rate; the mass at $\alpha$ counts the
directions about which the data say nothing. Both numbers return on the pages that follow.

Next: which weights can go, in [Pruning](#page/pruning).
`),
]);
