import { check, experiment, feedForward, page, study, sumOfSquares, text } from './build.ts';

const settings = {
  iterations: 100,
  learningRate: 0.02,
  momentum: 0.9,
  damping: 0,
  naturalRate: 0.5,
  length: 'full',
  shows: 'error',
  against: 'iterations',
  plane: 'paths',
  first: 0,
  second: 1,
} as const;

/** Second-order optimisation: eight methods from one start, on a bowl and on a network. */
export const race = page('race', 'Optimisation race', [
  text(String.raw`
Training is a walk on the surface of the error (PRML 5.2.1 and 5.2.4). Gradient descent looks at the slope alone. All
other methods on this page also ask how the slope changes, and differ in which matrix $A$ they ask:

$$
\mathbf d=-(A+\lambda I)^{-1}\nabla E .
$$

Newton takes $A=H$. Gauss–Newton and Levenberg–Marquardt take $G$, which is never indefinite; the latter adapts
$\lambda$ to how well its last step was predicted. Natural gradient takes the Fisher matrix $F$ of the model, K-FAC an
approximation of $F$ by Kronecker products, layer by layer, that is inverted through its small factors. Newton-CG solves
$H\mathbf d=-\nabla E$ by conjugate gradients and never builds a matrix: it asks for products $H\mathbf v$ alone, as in
[fast multiplication](#page/fast-multiplication). Momentum has no matrix, but a memory:
$\mathbf d=\mu\,\mathbf d_{\text{before}}-\eta\nabla E$.

## A bowl

First a straight line, two weights, whose error is exactly quadratic.
`),
  experiment(
    {
      title: 'A straight line',
      network: feedForward(1, [], 1),
      loss: sumOfSquares,
      data: { set: 'line', count: 40, noise: 0.25, seed: 1 },
      parameters: [-1.5, 1.5],
      training: { method: 'gradient-descent', learningRate: 0.045 },
      view: { matrices: ['exact'] },
    },
    ['data', 'network', 'loss'],
  ),
  study('race', {
    ...settings,
    methods: ['gradient-descent', 'momentum', 'newton', 'gauss-newton', 'natural'],
    iterations: 60,
    learningRate: 0.045,
    momentum: 0.8,
    plane: 'weights',
  }),
  text(String.raw`
One Newton step, and it is over: the quadratic model is the error itself. Gauss–Newton is the same line, because the
outputs are linear in the weights and so $G=H$. Natural gradient has $F=G$ too, but takes half of each step here, hence
halves its distance every time. Gradient descent swings from side to side: along the largest eigenvalue $\lambda=40$ each
step multiplies the distance by $1-0.045\cdot40=-0.8$.

> **Try it**
>
> Set the rate $\eta$ to 0.051, beyond $2/\lambda=0.05$: the note under the table says what happens. Momentum still
> converges, its limit being $2(1+\mu)/\lambda=0.09$. Then set the natural rate to 1.
`),
  text(String.raw`
## A network

Now three hidden units. At these random weights $H$ has four negative eigenvalues of ten. The paths live in ten
dimensions; the figure shows their shadows in the plane through the start and the best end.
`),
  experiment(
    {
      title: 'Three hidden units',
      network: feedForward(1, [3], 1),
      loss: sumOfSquares,
      weightDecay: 0.01,
      data: { set: 'sine', count: 40, noise: 0.15, seed: 1 },
      parameters: { seed: 2, scale: 1 },
      view: { matrices: ['exact'] },
    },
    ['data', 'network', 'loss', 'training'],
  ),
  study('race', {
    ...settings,
    methods: ['gradient-descent', 'momentum', 'newton', 'levenberg-marquardt', 'newton-cg'],
  }),
  text(String.raw`
Newton is the first to come to rest, after 11 steps, and it rests in the wrong place: at a saddle, where $E$ is more than
seventeen times as high as at the minimum. It did what it is made for. It looked for a place where the gradient
vanishes, and saddles are such places.

Levenberg–Marquardt and Newton-CG use the same second derivatives more carefully. They end at the same minimum, in some
25 and 35 steps. Choose $\lVert\nabla E\rVert$ in place of $E$ to see how: at the end each step of Newton-CG takes away
more digits than the step before. Gradient descent has no such end; its line is straight at best.

> **Try it**
>
> Choose *against time*. Which methods gain, and which lose? Then choose *halved until E falls*: what does Newton do now?
`),
  check(
    String.raw`
With halved steps Newton stops after two. Why does halving not help?`,
    String.raw`
Along a negative eigenvalue $-H^{-1}\nabla E$ points uphill. If that part outweighs the rest,
$\nabla E\cdot\mathbf d\ge0$, and no fraction of the step lowers $E$. The direction is wrong, not the length. Newton-CG
notices negative curvature on its way and uses the part of the step found before.`,
  ),
  text(String.raw`
## Matrices that are never indefinite

The same start, with the matrices that stand in for $H$. Their steps always descend, so halving always helps.
`),
  study('race', {
    ...settings,
    methods: ['gauss-newton', 'levenberg-marquardt', 'natural', 'kfac'],
    length: 'halved',
    shows: 'gradient',
  }),
  text(String.raw`
Three of the four find the minimum. Two of them seem to end far apart, yet $E$ is the same to all digits shown: exchange
two hidden units, or turn the signs of all weights at one, and the network computes the same. Every minimum of three tanh
units comes $3!\cdot2^3=48$ times (PRML 5.1.1). K-FAC is far behind: it drops what couples the two layers, and in a network
this small that is much of the matrix. Its strength lies elsewhere, in never building a matrix of $W$ rows.

> **Try it**
>
> Choose *full steps*: Gauss–Newton's error leaps to twenty times its start within ten steps, much higher later (how high
> hangs on the last bit of the weights), and does not settle. $G$ is positive definite, but barely; along its small
> eigenvalues the steps are long, far beyond where the model holds. Now set the damping to 1. Last, set N to 5 and the
> decay $\alpha$ to 0: five targets cannot determine ten weights.
`),
  check(
    String.raw`
With five targets, no weight decay and $\lambda=0$, Gauss–Newton has no step at all, yet Levenberg–Marquardt runs. What
is the rank of $G$, and what saves the latter?`,
    String.raw`
The rank is 5 at most, one for each target, so that at least five of the ten eigenvalues are 0 and $G$ has no inverse.
Levenberg–Marquardt never solves with $G$ but with $G+\lambda I$, and its $\lambda$ is never 0.`,
  ),
  text(String.raw`
No method wins every race. What a step costs, how good its model is, and how it behaves where the model is bad: all three
count, and the surface decides. Next: second derivatives where the network has loops, in a
[recurrent network](#page/recurrent).
`),
]);
