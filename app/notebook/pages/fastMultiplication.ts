import { check, experiment, feedForward, lens, matrices, page, sumOfSquares, text } from './build.ts';

/** PRML 5.4.6: R{·}, step by step, what it costs, and what products are good for. */
export const fastMultiplication = page('fast-multiplication', 'Fast multiplication by the Hessian', [
  text(String.raw`
Many uses of $H$ never look at its entries. They ask for $H\mathbf v$, for one vector $\mathbf v$ after another. To build
$H$ for that is waste: the product costs $O(W)$ for each pattern, the matrix $O(W^2)$.

The idea is to see the product as a derivative:

$$
H\mathbf v=\nabla(\mathbf v^{\mathsf T}\nabla E)=\frac{\partial}{\partial r}\nabla E(\mathbf w+r\mathbf v)\Big|_{r=0}.
$$

Write $\mathcal R\{\cdot\}=\mathbf v^{\mathsf T}\nabla(\cdot)$ for the derivative of any quantity along $\mathbf v$. It obeys
the rules of any derivative, and of the weights themselves it gives $\mathcal R\{\mathbf w\}=\mathbf v$. Now apply it to
every line of backpropagation. With $v_{ji}$ the entry of $\mathbf v$ that belongs to $w_{ji}$, the forward pass gives

$$
\begin{aligned}
\mathcal R\{a_j\}&=\sum_i\big(w_{ji}\,\mathcal R\{z_i\}+v_{ji}\,z_i\big),\\
\mathcal R\{z_j\}&=h'(a_j)\,\mathcal R\{a_j\},
\end{aligned}
$$

the outputs give

$$
\mathcal R\{\delta_k\}=\sum_{k'}M_{kk'}\,\mathcal R\{a_{k'}\},
$$

and the backward pass

$$
\mathcal R\{\delta_j\}=h''(a_j)\,\mathcal R\{a_j\}\sum_kw_{kj}\delta_k
+h'(a_j)\sum_k\big(v_{kj}\,\delta_k+w_{kj}\,\mathcal R\{\delta_k\}\big).
$$

The gradient is $\delta_jz_i$, so the product is

$$
\mathcal R\Big\{\frac{\partial E_n}{\partial w_{ji}}\Big\}=\mathcal R\{\delta_j\}\,z_i+\delta_j\,\mathcal R\{z_i\}.
$$

The inputs do not depend on the weights: $\mathcal R\{x_i\}=0$. Weight decay adds $\alpha\mathbf v$.
`),
  text(String.raw`
## Step by step

Below one pattern goes through a network with two hidden units. Each step shows its equation with the numbers in place.
At the last one stands $H_n\mathbf v$ for that pattern beside the same product with the matrix, built entry by entry.
`),
  experiment(
    {
      title: 'One pattern, step by step',
      network: feedForward(1, [2], 1),
      loss: sumOfSquares,
      data: { set: 'sine', count: 5, noise: 0.15, seed: 1 },
      parameters: { seed: 1, scale: 1 },
      view: { matrices: ['exact', 'exact-r-columns', 'gradient-differences'], pattern: 0 },
    },
    ['data', 'network'],
  ),
  lens('stepper', { step: 0 }),
  text(String.raw`
> **Try it**
>
> Press Play, or Step through the 20 steps. Watch the operations: each R-step needs two products where the ordinary step
> needs one. At the end the ratio is a little over 2.
`),
  check(
    String.raw`
In the R-forward pass the first hidden units have $\mathcal R\{a_j\}$ with one kind of term only. Which kind is missing, and
why?`,
    String.raw`
The terms $w_{ji}\,\mathcal R\{z_i\}$. Below the first layer are the inputs, and they do not change when the weights do.
$\mathcal R\{a_j\}=\sum_iv_{ji}x_i$ plus the entry of $\mathbf v$ for the bias is all there is.`,
  ),
  check(
    String.raw`
Choose Unit vector as the direction $\mathbf v$, with index $i$. What is $H\mathbf v$ then, and what would all $W$ of
these products cost?`,
    String.raw`
Column $i$ of $H$. All columns cost $W$ products, $O(W^2)$ for each pattern: as R-columns below. That is the same order as
the exact method of the page before, but with several times the operations, because the passes do not share work between the weights of
one unit.`,
  ),
  matrices(),
  text(String.raw`
## Why not a difference?

$(\nabla E(\mathbf w+r\mathbf v)-\nabla E(\mathbf w))/r$ costs about as much. But it has a step to choose, and at the best
step it keeps about half of the digits. $\mathcal R\{\cdot\}$ has no step and keeps nearly all of them.
`),
  lens('sweep', { of: 'product' }),
  text(String.raw`
## What products are good for

**Eigenvalues.** Multiplying again and again by $H$ turns a random vector towards the eigenvector of largest $|\lambda|$.
Lanczos finds both ends of the spectrum in a few dozen products.

**Steps.** Conjugate gradients solve $H\mathbf d=-\nabla E$ with at most $W$ products in exact arithmetic, usually far fewer,
and notice negative curvature when they meet it.

**Averages.** For random $\mathbf v$ with entries $\pm1$, the mean of $\mathbf v^{\mathsf T}H\mathbf v$ is the trace of $H$, and
the mean of $v_i(H\mathbf v)_i$ is its diagonal.

Leave out the terms with $\delta$ and $h''$, and the same passes multiply by Gauss–Newton: $\mathcal R$-forward, then $M$,
then the ordinary backward pass.

Next: all methods side by side, for [choosing one](#page/choosing).
`),
]);
