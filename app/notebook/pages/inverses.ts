import { check, experiment, feedForward, inverse, page, study, sumOfSquares, text } from './build.ts';

/** Systems with a curvature matrix: factors, products, blocks, and the steps they are solved for. */
export const inverses = page('inverses', 'Inverses and solves', [
  text(String.raw`
Hardly anything needs $H^{-1}$ itself. What is needed is one vector: a step, the change of the weights when a pattern
leaves, a variance $\mathbf g^{\mathsf T}H^{-1}\mathbf g$. Each is the solution of one system

$$
(A+\lambda I)\,\mathbf d=-\nabla E ,
$$

with $A$ the exact $H$ or a matrix that stands for it, and $\lambda\ge0$ a damping. There are two kinds of methods. A
*direct* one builds the matrix and factors it: $O(W^3)$, exact to rounding. An *iterative* one asks for products
$A\mathbf v$ alone, which cost a few gradients each (PRML 5.4.6), and stops when the answer is good enough. For large
$W$ only the second kind is left.
`),
  experiment(
    {
      title: 'Thirteen weights to solve for',
      network: feedForward(1, [4], 1),
      loss: sumOfSquares,
      weightDecay: 0.01,
      data: { set: 'sine', count: 24, noise: 0.1, seed: 1 },
      parameters: { seed: 1, scale: 1 },
      view: { matrices: ['exact', 'gauss-newton', 'outer-product'] },
    },
    ['data', 'network', 'loss', 'training'],
  ),
  text(String.raw`
## One system, three ways

The figure begins with the Gauss–Newton matrix $G$ and $\lambda=0.1$, which is positive definite. Direct means
Cholesky. **Conjugate gradients** choose each direction so that what was gained along the earlier ones stays gained.
**Neumann's series**, called LiSSA when its products are sampled, is the geometric series of matrices:

$$
A^{-1}=s\sum_{k\ge0}(I-sA)^k ,\qquad \mathbf p\leftarrow\mathbf v+(I-sA)\,\mathbf p .
$$

It converges for every right side just when all $|1-s\lambda_i|$ are below 1. It is gradient descent on the quadratic
model with learning rate $s$, and it is as slow: the smallest eigenvalue decides.
`),
  study('solve', {
    figure: 'methods',
    matrix: 'gauss-newton',
    damping: 0.1,
    scale: 1,
    products: 200,
    against: 'residual',
  }),
  text(String.raw`
Conjugate gradients are done after ten products. In exact arithmetic they need at most $W=13$, one for each different
eigenvalue. The series has a condition number of 673 to work through and gains 0.15 % a product.

Now choose Error. A small residual is not a small error: the two differ by up to the condition number, and along the
flat directions the series has hardly begun.

> **Try it**
>
> Choose Exact for $A$. Five of the thirteen eigenvalues of $H$ are negative. Cholesky breaks off, conjugate gradients
> meet a direction of negative curvature, and the series explodes. Then press the button that raises $\lambda$, and all
> three work again. Return to Gauss–Newton and move $s\cdot\lambda_{\max}$ above 2.
`),
  check(
    String.raw`
With $A=H$ and $\lambda=0$ no scale $s$ makes the series converge. Why not a very small one?`,
    String.raw`
Along an eigenvector with $\lambda_i<0$ the factor is $1-s\lambda_i=1+s|\lambda_i|>1$, however small $s$ is. A smaller
$s$ only takes longer to explode. The direct solution by $LDL^{\mathsf T}$ exists all the same. It is the stationary
point of the quadratic model: a saddle.`,
  ),
  check(
    String.raw`
Conjugate gradients stop when $\mathbf p^{\mathsf T}A\mathbf p\le0$. They could go on with the same formulas. What would
be lost?`,
    String.raw`
They look for the minimum of the quadratic model along each direction, and along $\mathbf p$ there is none. The
formulas would lead to the maximum instead, and with a curvature near 0 very far away. For a step the direction is
useful as it is: along it the error falls with growing slope, as far as the model holds.`,
  ),
  text(String.raw`
## Pattern by pattern, and in blocks

The outer product needs neither factors nor iterations. Its inverse follows the patterns, by the rank-one corrections of
[the page on the inverse](#page/inverse) (PRML 5.4.3). It starts at $I/\alpha$, so that a smaller weight decay starts
further away, and $\alpha=0$ has no start at all.
`),
  inverse('outer-product'),
  text(String.raw`
Several rows can be taken in at once. Woodbury's formula exchanges the one denominator for a small matrix, as large as
the block; the result is the same.
`),
  study('solve', {
    figure: 'blocks',
    matrix: 'outer-product',
    damping: 0,
    scale: 1,
    products: 200,
    against: 'residual',
  }),
  text(String.raw`
All sizes agree with the direct inverse to about twelve digits. What differs is the work. One row at a time makes many
passes over a $W\times W$ matrix; all rows at once need the inverse of a matrix with a row for every pattern. A block in
between is usually quickest.

> **Try it**
>
> Set the decay $\alpha$ to $10^{-8}$ in the loss panel and compare the distances. Then set it to 0.
`),
  text(String.raw`
## Steps

Solve for $\mathbf d$, and go there. Newton takes $H$, Gauss–Newton takes $G$, Levenberg–Marquardt takes $G+\lambda I$.
Each minimises a quadratic model, or finds its saddle, and each model is right only nearby. The **gain ratio** compares
what happened with what was promised:

$$
\rho=\frac{E(\mathbf w+\mathbf d)-E(\mathbf w)}{\nabla E^{\mathsf T}\mathbf d+\tfrac12\mathbf d^{\mathsf T}A\mathbf d} .
$$

Near 1 the model held, and $\lambda$ may fall. At 0 or below the step made things worse, and $\lambda$ has to rise: the
step becomes shorter and turns towards $-\nabla E$.
`),
  study('solve', {
    figure: 'steps',
    matrix: 'gauss-newton',
    damping: 0.1,
    scale: 1,
    products: 200,
    against: 'residual',
  }),
  text(String.raw`
At these weights Gauss–Newton promises to lower $E$ from 8.4 to 1.3, and raises it to 36: its step is ten units long.
With $\lambda=0.1$ the step is half as long and still too long; with $\lambda=1$ the error falls by 2. Newton's
prediction is right, and the step is still no good advice. $H$ is indefinite, and the step leads to a saddle.

> **Try it**
>
> Set $\lambda$ to 1, take the step of Levenberg–Marquardt, set $\lambda$ to what the gain ratio says, and repeat. About
> six rounds bring $E$ below 1. Undo takes back one step at a time. Near the minimum, compare the three gain
> ratios.
`),
  check(
    String.raw`
Along Levenberg–Marquardt's direction, solid and dotted curve touch at $t=0$ for every $\lambda$. Why, and what does
$\lambda$ change?`,
    String.raw`
Every model has the true $E$ and the true $\nabla E$, so that value and slope agree at $\mathbf w$ in any direction; only the
curvature is approximate. $\lambda$ chooses how far the step goes before that matters, and turns it from the minimum of
the model towards steepest descent.`,
  ),
  text(String.raw`
What to use? Up to some thousand weights the direct way, with a look at the inertia. Beyond that conjugate gradients with
$G$ and damping, which cannot meet negative curvature. The series has its place where products are too noisy for
conjugate gradients.

Next: what products alone tell about all eigenvalues, in [Spectra](#page/spectra).
`),
]);
