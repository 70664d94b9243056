import { check, experiment, feedForward, inverse, matrices, page, sumOfSquares, text } from './build.ts';

/** PRML 5.4.3: the inverse of the outer product pattern by pattern, and what it is worth. */
export const inverseHessian = page('inverse', 'Inverse Hessian', [
  text(String.raw`
Pruning, error bars and Newton steps use $H^{-1}$, not $H$. A matrix of $W$ rows is inverted directly in $O(W^3)$
operations, once it is there. For the outer product there is a second way that never holds the matrix itself: it begins
with the inverse of a simple matrix and corrects it for every pattern.

Write the approximation after $L$ patterns as $H_L$. One more pattern adds one outer product,
$H_{L+1}=H_L+\mathbf b\mathbf b^{\mathsf T}$ with $\mathbf b=\mathbf b_{L+1}$. A change of rank one changes the inverse
by rank one (Sherman and Morrison):

$$
H_{L+1}^{-1}=H_L^{-1}-\frac{(H_L^{-1}\mathbf b)(H_L^{-1}\mathbf b)^{\mathsf T}}{1+\mathbf b^{\mathsf T}H_L^{-1}\mathbf b} .
$$

Each pattern costs one product of a matrix with a vector and one outer product, $O(W^2)$; the whole set costs
$O(NW^2)$, as much as building $H_N$ would.

It has to begin somewhere. With $H_0=\alpha I$ the first inverse is $I/\alpha$, and the last one belongs to
$\sum_n\mathbf b_n\mathbf b_n^{\mathsf T}+\alpha I$. If the error has weight decay $\tfrac\alpha2\lVert\mathbf w\rVert^2$,
that is just the outer product of the whole error. If not, a small $\alpha$ has been added for the sake of the start.
`),
  text(String.raw`
## With numbers

Two hidden units and eight patterns: $W=7$, small enough to read. The figure inverts the outer product directly, and by
the formula, one pattern after another.
`),
  experiment(
    {
      title: 'Seven weights, eight patterns',
      network: feedForward(1, [2], 1),
      loss: sumOfSquares,
      weightDecay: 0.1,
      data: { set: 'sine', count: 8, noise: 0.1, seed: 1 },
      parameters: { seed: 1, scale: 1 },
      view: { matrices: ['exact', 'outer-product', 'residual'], transfer: 'linear' },
    },
    ['data', 'network', 'loss', 'training'],
  ),
  inverse('outer-product'),
  text(String.raw`
The two results agree to rounding, whatever the weights. Follow the entries on the diagonal: each begins at
$1/\alpha=10$ and none ever grows. The denominator is at least 1, so a pattern can only take away from the inverse.
Read as a covariance: every pattern makes the weights more certain, or leaves them as they were.

> **Try it**
>
> Set N to 3. Three patterns give three outer products, so along at least four directions nothing was learned, and
> there the inverse stays at $1/\alpha$. Then set N back to 8 and the decay $\alpha$ to 0: the formula has no start.
`),
  check(
    String.raw`
With $N=3$ and $\alpha=0.1$: what is the largest eigenvalue of the inverse, and how often does it occur at least?`,
    String.raw`
$1/\alpha=10$, at least $W-N=4$ times: the outer product has rank 3 at most, and where it gives 0 the sum is
$\alpha I$. Without $\alpha$ the matrix could not be inverted at all.`,
  ),
  check(
    String.raw`
The order of the patterns changes every $H_L^{-1}$ on the way. Does it change the result?`,
    String.raw`
No. The sum $\sum_n\mathbf b_n\mathbf b_n^{\mathsf T}$ does not know its order, and neither does its inverse; only the
rounding differs. With a very small $\alpha$ the rounding is no longer negligible: the first inverse is huge, and later
patterns have to cancel it.`,
  ),
  text(String.raw`
Two remarks. For several outputs or another loss the rows of $M_n^{1/2}J_n$ take the place of
$\mathbf b_n^{\mathsf T}$, and each is a rank-one step of its own. For a mean over patterns each row is also multiplied
by $1/\sqrt N$.
`),
  text(String.raw`
## The inverse of the exact matrix

The formula is for the outer product. The exact $H$ is a sum over patterns too, but of matrices whose rank is not one
and which may be indefinite. It is built first, then factored.
`),
  inverse('exact'),
  matrices(),
  check(
    String.raw`
At the weights the page starts from, $H$ has two negative eigenvalues. It can be inverted all the same. Is
$-H^{-1}\nabla E$ a useful step?`,
    String.raw`
It leads to the place where the quadratic model is level, which is a saddle. Along the two eigenvectors of negative
curvature it climbs instead of descending. As a covariance $H^{-1}$ makes no sense here: two of its eigenvalues would
be negative variances. Cholesky's factorisation notices, because it exists for positive definite matrices only.`,
  ),
  text(String.raw`
> **Try it**
>
> Press Train and wait for the end. Every eigenvalue of $H$ is now positive. Compare the two inverses.

The outer product is then within about 6 % of $H$, by the error under it. Its inverse is not within 6 % of $H^{-1}$:
the difference is larger than $H^{-1}$ itself. Inverting exchanges large and small eigenvalues, so that the direction
about which the matrix said least decides. If an inverse is what you need, judge the inverse.

Next: checking derivatives without any theory, by [finite differences](#page/finite-differences).
`),
]);
