import { check, experiment, feedForward, page, study, sumOfSquares, text } from './build.ts';

/** Pearlmutter 1994, section 4.4: derivatives from nothing but the error. */
export const weightPerturbation = page('weight-perturbation', 'Weight perturbation', [
  text(String.raw`
Backpropagation needs to know the network. Analog hardware, or a biological model, may not let anybody look inside: one
can change the weights a little and see what the error does. That is enough for the gradient. Change all weights at
once by independent random $\Delta w_i$ of mean zero, and measure $\Delta E$. Then

$$
\frac{\partial E}{\partial w_i}\simeq\frac{\langle\Delta w_i\,\Delta E\rangle}{\langle\Delta w_i^2\rangle},
$$

because $\Delta E\simeq\sum_j\Delta w_j\,\partial E/\partial w_j$, and of this sum only the term $j=i$ is correlated with
$\Delta w_i$. The others are noise: each weight listens to a single number that all weights have changed.

Pearlmutter (1994, section 4.4) asks the same of $\mathbf z=H\mathbf v$. One product determines a symmetric estimate of
rank two with $\hat H\mathbf v=\mathbf z$,

$$
\hat H=\frac1{\lVert\mathbf v\rVert^2}\Big(\mathbf z\mathbf v^{\mathsf T}+\mathbf v\mathbf z^{\mathsf T}
-\frac{\mathbf v\cdot\mathbf z}{\lVert\mathbf v\rVert^2}\,\mathbf v\mathbf v^{\mathsf T}\Big),
$$

and with it the second-order part of the change,

$$
\Delta E\simeq m+\sum_i\Delta w_i\,g_i+\frac{\Delta\mathbf w\cdot\mathbf v}{\lVert\mathbf v\rVert^2}
\sum_i\Big(\Delta w_i-\frac{\Delta\mathbf w\cdot\mathbf v}{2\lVert\mathbf v\rVert^2}\,v_i\Big)z_i .
$$

Every weight fits its own $g_i$ and $z_i$ from two numbers that are told to all: $\Delta E$ and
$\Delta\mathbf w\cdot\mathbf v$. Two things are added here. The constant $m$ takes up the mean of the curvature,
$\tfrac12\sigma^2\operatorname{tr}H$, which would otherwise be mistaken for curvature along $\mathbf v$. And since the
terms of different weights are correlated, each fit alone tends to
$\big(z_i-\tfrac12n_i\,\mathbf n\cdot\mathbf z\big)/\big(1-\tfrac12n_i^2\big)$, with
$\mathbf n=\mathbf v/\lVert\mathbf v\rVert$; one more shared number puts it right.
`),
  experiment(
    {
      title: 'A network seen from outside',
      network: feedForward(1, [3], 1),
      loss: sumOfSquares,
      weightDecay: 0.001,
      data: { set: 'sine', count: 20, noise: 0.15, seed: 1 },
      parameters: { seed: 1, scale: 1 },
      view: { matrices: ['exact'] },
    },
    ['data', 'network', 'loss', 'training'],
  ),
  study('perturbation', {
    sigma: 0.1,
    samples: 4096,
    direction: 'top-eigenvector',
    figure: 'convergence',
    seed: 1,
  }),
  text(String.raw`
Every error falls as $1/\sqrt S$: for one more digit, a hundred times the samples. The truth, by backprop and by
$\mathcal R\{\cdot\}$, costs as much as a handful of samples.

At these random weights the ways to the gradient end in one line. Its noise comes from the gradients of the other
weights, $\sum_{j\ne i}g_j^2$ in each sample, and knowing the curvature takes nothing from that: the factor of the
variance in the table stays near 1. With few samples it does harm: $\hat H$ from a $\mathbf z$ that is mostly noise adds
that noise to the gradient.

> **Try it**
>
> Press Train and wait. At the minimum the gradient has vanished, and what remains of the noise is curvature. Now $\hat H$,
> along the eigenvector to the largest $\lambda$, takes away more than half of the variance. Choose a random direction
> instead: there it saves little.
`),
  check(
    String.raw`
For small $\sigma$ a sample's noise in $g_i$ has the variance
$\sum_{j\ne i}g_j^2+\tfrac14\sigma^2\big(2\lVert A\rVert^2+8(A^2)_{ii}\big)$, with $A=H$. What becomes of $A$ when
$\tfrac12\Delta\mathbf w^{\mathsf T}\hat H\Delta\mathbf w$ is taken from every $\Delta E$, and why is the eigenvector to the
largest $\lambda$ a good choice of $\mathbf v$?`,
    String.raw`
$A=H-\hat H$. If $\mathbf v$ is an eigenvector, $\mathbf z=\lambda\mathbf v$ and
$\hat H=\lambda\,\mathbf v\mathbf v^{\mathsf T}/\lVert\mathbf v\rVert^2$: exactly that eigenvalue is removed from $H$, so
$\lVert A\rVert^2$ falls by $\lambda^2$. The largest saves most.`,
  ),
  text(String.raw`
## How large a step?

A second figure on the same experiment: the errors with a fixed number of samples against $\sigma$.
`),
  study('perturbation', {
    sigma: 0.1,
    samples: 1024,
    direction: 'top-eigenvector',
    figure: 'sigma',
    seed: 1,
  }),
  text(String.raw`
To the right, steps are so large that $E$ is no longer quadratic, and terms of third order and beyond enter: a bias that
no number of samples takes away. For $\nabla E$ any smaller $\sigma$ is as good as another. For $\mathbf z$ it is not: the
part of $\Delta E$ that holds it shrinks as $\sigma^2$, while the part of the gradient, its noise, shrinks as $\sigma$
alone. So its error grows as $1/\sigma$, and only near the right end is it smaller than $\mathbf z$ itself.

> **Try it**
>
> Train to the minimum and look again. The gradient's part has vanished, so the curve of $\mathbf z$ is level over many
> decades. To the left of some $10^{-9}$ another enemy shows: $\Delta E$ is then so small that rounding of $E$ covers it.
> In the first figure, set Samples to 20: the standard errors themselves become unsure.
`),
  check(
    String.raw`
At the random weights, with $\sigma=0.1$ and 4,096 samples, $\mathbf z$ is known to about half of its size. How many
samples would bring this to 5 %?`,
    String.raw`
A tenth of the error takes a hundred times the samples, about 400,000. A single $\mathcal R$-pass gives $H\mathbf v$ to
rounding, for about the price of two gradients.`,
  ),
  text(String.raw`
Weight perturbation is the price of not looking inside. Next: what looking inside shows when weights are shared, in a
[convolutional network](#page/convolution).
`),
]);
