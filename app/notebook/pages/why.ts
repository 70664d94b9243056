import {
  binaryCrossEntropy,
  check,
  controls,
  experiment,
  feedForward,
  lens,
  matrices,
  page,
  spectrum,
  sumOfSquares,
  text,
} from './build.ts';

/** What second derivatives are for: a line, whose error is a bowl, and a network, whose error is not. */
export const why = page('why', 'Why the Hessian matters', [
  text(String.raw`
The gradient of the error says which way is down. It does not say how far to go, nor how sure we may be of
the weights once we have arrived. Second derivatives say both.

Near weights $\mathbf w$ the error is, up to terms of third order in the step $\mathbf d$,

$$
E(\mathbf w+\mathbf d)\simeq E(\mathbf w)+\mathbf d^{\mathsf T}\nabla E+\tfrac12\,\mathbf d^{\mathsf T}H\,\mathbf d,
\qquad H=\nabla\nabla E.
$$

The Hessian $H$ holds $\partial^2E/\partial w_i\,\partial w_j$ for every pair of weights, biases included. It
is symmetric: with $W$ weights it has $W^2$ entries, of which $W(W+1)/2$ are different.

The smallest network worth looking at is a straight line, $y=w_{1,1}x+w_{1,0}$. It has two weights, so four
entries. Its error is exactly quadratic, hence $H$ is the same wherever the weights are: drag the sliders, and the
spectrum stays.
`),
  experiment(
    {
      title: 'A straight line',
      network: feedForward(1, [], 1),
      loss: sumOfSquares,
      data: { set: 'line', count: 40, noise: 0.25, seed: 1 },
      parameters: { seed: 1, scale: 1 },
      training: { method: 'gradient-descent', learningRate: 0.02 },
      view: { matrices: ['exact'], scale: 'shared', transfer: 'linear' },
    },
    ['data', 'network', 'loss', 'training'],
  ),
  controls([0, 1]),
  spectrum(),
  lens('surface', { axes: 'weights', first: 0, second: 1, span: 1, models: ['exact'] }),
  text(String.raw`
The two eigenvalues $\lambda$ of $H$ are the curvatures of this bowl along its steepest and its shallowest
direction. One step of gradient descent with learning rate $\eta$ multiplies the distance from the minimum
along an eigenvector by $1-\eta\lambda$. This shrinks only while $\eta<2/\lambda$. So the largest eigenvalue
limits the learning rate, and its ratio to the smallest limits how fast the shallow direction follows.

> **Try it**
>
> Set the learning rate to 0.045 and press Train: the error falls. Go back to the weights this run began from,
> set 0.051 and train again: it diverges. Go back once more and press Go there under the surface. That is a
> Newton step, $\mathbf d=-H^{-1}\nabla E$, and for a quadratic error one is enough.
`),
  check(
    String.raw`
What is the largest learning rate at which gradient descent still converges here? What becomes of it when $N$ is
doubled?`,
    String.raw`
The spectrum shows $\lambda_{\max}=40$, so $2/\lambda_{\max}=0.05$. The error is a sum over patterns, and so
is $H$: with twice the patterns the eigenvalues are about twice as large, and the limit is about half. Switch
the loss from $\Sigma$ to mean, and the limit hardly depends on $N$.`,
  ),
  text(String.raw`
## Where the error is no bowl

With hidden units $H$ depends on the weights. Three tanh units below have to separate four clusters, with $W=13$.
At the random weights they start from, six of the thirteen eigenvalues are negative: there are six directions,
at right angles to each other, along which the error curves downwards. The surface shows $E$ over the plane of
the two eigenvectors of largest $|\lambda|$. Here that is a saddle.
`),
  experiment(
    {
      title: 'XOR with three hidden units',
      network: feedForward(2, [3], 1, 'logistic'),
      loss: binaryCrossEntropy,
      weightDecay: 0.01,
      data: { set: 'xor', count: 80, noise: 0.2, seed: 1 },
      parameters: { seed: 1, scale: 1 },
      view: { matrices: ['exact'] },
    },
    ['data', 'network', 'loss', 'training'],
  ),
  matrices(),
  lens('surface', { axes: 'eigenvectors', first: 0, second: 1, span: 1, models: ['exact'] }),
  text(String.raw`
> **Try it**
>
> Press Train and watch the smallest eigenvalue under the matrix. It starts near −25 and ends above zero: at a
> minimum no direction curves downwards.
`),
  check(
    String.raw`
After training the smallest eigenvalue is close to 0.01. Where does this number come from?`,
    String.raw`
From the decay $\alpha=0.01$, which adds $\alpha I$ to $H$. Along that eigenvector the data add almost nothing:
the patterns do not say what this combination of weights should be, and the decay alone holds it.`,
  ),
  text(String.raw`
## What it is for

**Steps.** Newton's method and its relatives solve $H\mathbf d=-\nabla E$, or something close to it, for the next
step.

**Small changes.** When a few patterns come or go, $H^{-1}$ tells how the trained weights move, without training
again.

**Pruning.** To second order, removing weight $w_q$ from a trained network costs $\tfrac12H_{qq}w_q^2$ if the
others stay, and $w_q^2/(2[H^{-1}]_{qq})$ if they adapt.

**Certainty.** In the Laplace approximation $H^{-1}$ is the covariance of the weights, and the determinant of $H$
enters the evidence of the model.

One use needs the diagonal, one the inverse, one a product with a vector, one every entry. That is why there are
several methods. The following pages take them in the order of PRML section 5.4.

Next: the cheapest of them, [the diagonal approximation](#page/diagonal).
`),
]);
