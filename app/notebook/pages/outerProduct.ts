import {
  binaryCrossEntropy,
  check,
  experiment,
  feedForward,
  lens,
  matrices,
  page,
  spectrum,
  sumOfSquares,
  text,
} from './build.ts';

/** PRML 5.4.2: what is dropped, when it vanishes, and when it stays. */
export const outerProduct = page('outer-product', 'Outer product approximation', [
  text(String.raw`
Differentiate the sum-of-squares error of a network with one output twice, and two terms appear. One is built from
first derivatives alone; the other carries the residuals.

$$
\nabla\nabla E=\underbrace{\sum_n\nabla y_n\nabla y_n^{\mathsf T}}_{\text{kept}}
+\underbrace{\sum_n(y_n-t_n)\,\nabla\nabla y_n}_{\text{dropped}}
$$

If the network has learned the conditional mean of the target, the residuals are noise around zero that does not
depend on $\nabla\nabla y_n$, and the second sum nearly cancels. Dropping it leaves the *outer product*
approximation, also called Levenberg–Marquardt:

$$
H\simeq\sum_n\mathbf b_n\mathbf b_n^{\mathsf T},\qquad \mathbf b_n=\nabla y_n .
$$

It needs nothing but the gradient of the output for each pattern, and a product: $O(W^2)$ each. It is never
indefinite, because $\mathbf v^{\mathsf T}\mathbf b_n\mathbf b_n^{\mathsf T}\mathbf v=(\mathbf b_n^{\mathsf T}\mathbf v)^2\ge0$.

Train the network below and watch whether the second sum vanishes. Residual is exactly that sum; under it stands its
share of $H$.
`),
  experiment(
    {
      title: 'A network that can learn the mean',
      network: feedForward(1, [3], 1),
      loss: sumOfSquares,
      weightDecay: 0.0001,
      data: { set: 'sine', count: 40, noise: 0.15, seed: 1 },
      parameters: { seed: 1, scale: 1 },
      view: { matrices: ['exact', 'outer-product', 'residual'] },
    },
    ['data', 'network', 'loss', 'training'],
  ),
  matrices(),
  lens('timeline', { figure: 'errors' }),
  text(String.raw`
At the random weights the residual part is 61 % of $H$. After about ten steps it is below 1 %, at the end below
0.1 %.

> **Try it**
>
> Move the Noise slider to 0.6, go back to the weights this run began from, and train again. The error ends about
> sixteen times higher. Does the residual part still fade?
`),
  check(
    String.raw`
With noise 0.6 the residuals are large at the minimum. Why is the residual part small all the same?`,
    String.raw`
Its share ends at about 0.1 %. Large residuals do no harm as long as they are noise: their signs change from
pattern to pattern, so that $\sum_n(y_n-t_n)\nabla\nabla y_n$ is a sum of terms that cancel, while
$\sum_n\nabla y_n\nabla y_n^{\mathsf T}$ adds up terms that cannot.`,
  ),
  text(String.raw`
## Small in norm is not small everywhere

The error under a matrix is $\lVert A-H\rVert/\lVert H\rVert$, and the largest eigenvalues dominate it. The spectrum
shows the other end too.
`),
  spectrum(),
  check(
    String.raw`
Train with noise 0.6 to the end. The outer product is then wrong by about 0.1 %. Compare the smallest eigenvalues of
Exact and Outer product. May one be used in place of the other for everything?`,
    String.raw`
No. The smallest eigenvalue of $H$ is about $3.3\times10^{-4}$, that of the outer product about
$1.3\times10^{-4}$, almost only the decay $\alpha=10^{-4}$. Along that direction the approximation is wrong by more
than a factor of two, and its inverse by the same factor, where it is largest.`,
  ),
  text(String.raw`
## A model that cannot fit

For a logistic output with cross-entropy the same argument gives a weighted sum, with the gradient taken before the
logistic function:

$$
H\simeq\sum_ny_n(1-y_n)\,\mathbf b_n\mathbf b_n^{\mathsf T},\qquad \mathbf b_n=\nabla a_n .
$$

A pattern counts by how undecided the network is about it. What was dropped is
$\sum_n(y_n-t_n)\,\nabla\nabla a_n$.

Two hidden units cannot draw a closed border. However long the network below is trained, whole regions stay on the
wrong side, and there the residuals all have one sign.
`),
  experiment(
    {
      title: 'Two hidden units, one closed border',
      network: feedForward(2, [2], 1, 'logistic'),
      loss: binaryCrossEntropy,
      weightDecay: 0.01,
      data: { set: 'circles', count: 120, noise: 0.12, seed: 1 },
      parameters: { seed: 1, scale: 1 },
      view: { matrices: ['exact', 'outer-product', 'residual'] },
    },
    ['data', 'network', 'loss', 'training'],
  ),
  matrices(),
  text(String.raw`
> **Try it**
>
> Train to the end. Training reaches a minimum, for every eigenvalue of $H$ is positive; yet the residual part keeps
> about a seventh of $H$. Click hidden1 in the network, give it a third unit, and train again: the share falls to about
> half of that.
`),
  check(
    String.raw`
Both networks of this page were trained to a minimum. State in one sentence what decides whether the outer product is
good there.`,
    String.raw`
Not the size of the residuals but whether they average to zero wherever $\nabla\nabla y_n$ (or $\nabla\nabla a_n$) is
about the same: that holds when the network can represent the conditional mean, and fails when it cannot.`,
  ),
  text(String.raw`
Levenberg–Marquardt training uses this matrix far from a minimum as well, where it is a bad approximation of $H$. It
can afford to, because the matrix is positive semi-definite and a multiple of $I$ is added.

Next: what this matrix has to do with [Gauss–Newton and Fisher](#page/gauss-newton-fisher).
`),
]);
