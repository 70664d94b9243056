import type { LayerSpec, NetworkSpec } from '../../../engine/experiment/problem.ts';
import { check, experiment, lens, matrices, page, softmaxCrossEntropy, text } from './build.ts';

const conv = (channels: number, kernel: number): LayerSpec => ({
  name: 'conv1',
  kind: 'conv2d',
  channels,
  kernel,
  stride: 1,
  padding: 0,
  activation: 'tanh',
  from: ['input'],
});

const classes = (from: string): LayerSpec => ({
  name: 'output',
  kind: 'dense',
  units: 2,
  activation: 'softmax',
  from: [from],
});

const pooled: NetworkSpec = {
  input: [1, 6, 6],
  layers: [
    conv(2, 3),
    { name: 'pool1', kind: 'average-pool', size: 2, activation: 'identity', from: ['conv1'] },
    classes('pool1'),
  ],
};

const SIDE = 3;
const KERNEL = 2;
const CHANNELS = 2;

/** All twelve images of 3 × 3 whose rows (class 1) or columns (class 2) are on or off, neither all nor none. */
const small = (() => {
  const lit = Array.from({ length: 2 ** SIDE - 2 }, (_, at) => at + 1);
  const image = (lines: number, column: boolean): number[] =>
    Array.from({ length: SIDE * SIDE }, (_, pixel) =>
      (lines >> (column ? pixel % SIDE : Math.floor(pixel / SIDE))) & 1 ? 1 : -1,
    );
  return {
    inputs: [false, true].flatMap((column) => lit.map((lines) => image(lines, column))),
    targets: [
      [1, 0],
      [0, 1],
    ].flatMap((target) => lit.map(() => target)),
  };
})();

/** Two kernels and the output layer, trained with decay 0.01 from seed 1 until they rest, to three decimals. */
const restful = [
  1.775, 1.775, -0.116, -0.116, -0.116, -0.116, 1.775, 1.775, -1.648, 1.648, 0.035, 0.035, 2.338, 2.338,
  -2.338, -2.338, -0.035, -0.035, -0.035, -0.035, -2.338, -2.338, 2.338, 2.338, 0.035, 0.035, 2.408, -2.408,
];

/** The same function without sharing: every place has its copy of the kernel, and zeros to all other pixels. */
function unshared(shared: readonly number[]): readonly number[] {
  const places = SIDE - KERNEL + 1;
  const kernelSize = KERNEL * KERNEL;
  const weights: number[] = [];
  const biases: number[] = [];
  for (let unit = 0; unit < CHANNELS * places * places; unit++) {
    const channel = Math.floor(unit / (places * places));
    const top = Math.floor((unit % (places * places)) / places);
    const left = unit % places;
    for (let pixel = 0; pixel < SIDE * SIDE; pixel++) {
      const row = Math.floor(pixel / SIDE) - top;
      const column = (pixel % SIDE) - left;
      const isInside = row >= 0 && row < KERNEL && column >= 0 && column < KERNEL;
      weights.push(isInside ? (shared[channel * kernelSize + row * KERNEL + column] ?? NaN) : 0);
    }
    biases.push(shared[CHANNELS * kernelSize + channel] ?? NaN);
  }
  return [...weights, ...biases, ...shared.slice(CHANNELS * (kernelSize + 1))];
}

/** PRML 5.5.6: what shared weights do to the Hessian. */
export const convolution = page('convolution', 'A convolutional network', [
  text(String.raw`
In a convolutional layer (PRML 5.5.6) one small kernel looks at every place of an image. Its weights are *shared*: a
weight acts in as many places as the kernel fits. Nothing in the four passes of the exact Hessian changes but that
the contributions of all places are added up:

$$
\frac{\partial E}{\partial w}=\sum_{p}\delta_p\,x_{p},\qquad
\frac{\partial^2E}{\partial w\,\partial w'}=\sum_{p}\sum_{q}\frac{\partial^2E}{\partial a_p\,\partial a_q}\,x_p\,x'_q .
$$

Here $a_p$ is the pre-activation at place $p$, and $x_p$ the pixel that $w$ sees from there. Both sums run over all
places: every pair of places adds to one entry.

The network below tells horizontal bars from vertical stripes in images of 6 × 6 pixels. Two kernels of 3 × 3 fit in 16
places each; a pool takes means of 2 × 2. It has $W=38$ weights. Dense units in place of these 32 places would
have 1184, and the output layer its 18.
`),
  experiment(
    {
      title: 'Bars and stripes',
      network: pooled,
      loss: softmaxCrossEntropy,
      weightDecay: 0.01,
      data: { set: 'bars', count: 60, noise: 0.3, seed: 1 },
      parameters: { seed: 1, scale: 1 },
      view: { matrices: ['exact', 'gauss-newton', 'residual', 'kfac'] },
    },
    ['data', 'network', 'loss', 'training'],
  ),
  matrices(),
  text(String.raw`
The first 20 rows belong to the two kernels: nine weights each, then the two biases. Look at Residual, which is what
Gauss–Newton drops. It joins the weights of one kernel with each other, and with the output weights that read it. Between the two kernels it is zero, however many places
they share.

> **Try it**
>
> Press Train. At the random weights 13 eigenvalues of $H$ are negative and Gauss–Newton is off by two thirds. At the end
> none is negative, and it is off by 7 %. K-FAC stays off by 95 %.
`),
  lens('differences', { matrix: 'kfac', figure: 'blocks' }),
  text(String.raw`
K-FAC replaces a layer's block by a Kronecker product of two small matrices: products of inputs, and products of
$\delta$. For a convolution it keeps the products of each place with itself and drops those between places (Grosse and Martens
2016): 16 of 256 pairs. They would be small if $\delta$ at different places were independent. Here it is not. A bar crosses
the whole image, the pool gives neighbours the same $\delta$, and the block of conv1 keeps an error of 95 %.
`),
  check(
    String.raw`
Why is the residual zero between two kernels, but not within one?`,
    String.raw`
Its source is $\sum_k\delta_k\,\nabla\nabla a_k$. The output's $a_k$ is a sum over hidden units, linear in each $z$: two
different units never occur in one term. So $\partial^2a_k/\partial a_p\,\partial a_q$ is zero unless $p$ and $q$ are
the same unit. Different kernels feed different units. Weights of one kernel meet in every unit of theirs.`,
  ),
  text(String.raw`
## Folding

Sharing can be undone. Give every place a kernel of its own, with zeros to all pixels that it does not see: a dense
layer that computes the same. If $P$ copies each shared weight to its places, the chain rule gives, for the data's part,

$$
H_{\text{shared}}=P^{\mathsf T}H_{\text{dense}}\,P .
$$

The Hessian of the small network is that of the large one, folded. To see both, take images of 3 × 3 and kernels of 2 × 2,
which fit in four places. There are twelve such images, and $W=28$. The weights are trained.
`),
  experiment(
    {
      title: 'Shared',
      network: { input: [1, SIDE, SIDE], layers: [conv(CHANNELS, KERNEL), classes('conv1')] },
      loss: softmaxCrossEntropy,
      weightDecay: 0.01,
      data: small,
      parameters: restful,
      view: { matrices: ['exact', 'gauss-newton'] },
    },
    ['network', 'training'],
  ),
  matrices(),
  text(String.raw`
And the dense network that computes the same from the same images. It has $W=98$.
`),
  experiment(
    {
      title: 'Not shared',
      network: {
        input: [1, SIDE, SIDE],
        layers: [
          { name: 'hidden1', kind: 'dense', units: 8, activation: 'tanh', from: ['input'] },
          classes('hidden1'),
        ],
      },
      loss: softmaxCrossEntropy,
      weightDecay: 0.01,
      data: small,
      parameters: unshared(restful),
      view: { matrices: ['exact', 'gauss-newton'] },
    },
    ['network', 'training'],
  ),
  matrices(),
  text(String.raw`
The outer product of two classes gets one vector from each pattern, so its rank without decay is at most twelve in
both: of the shared weights that is nearly half of the directions, of the others an eighth.

> **Try it**
>
> Compare the smallest eigenvalues. All of the shared $H$ are positive. Of the dense one four are negative: along
> these the copies of one kernel move apart, which sharing forbids. Train the dense network. It leaves, and its copies
> become different.
`),
  check(
    String.raw`
A direction of the shared weights has positive curvature. Can the same direction curve downwards in the dense network, with all
copies moved together?`,
    String.raw`
No. With $\mathbf u=P\mathbf v$ folding gives
$\mathbf u^{\mathsf T}H_{\text{dense}}\mathbf u=\mathbf v^{\mathsf T}H_{\text{shared}}\mathbf v$ for the data's part, and the decay only adds to it. Only
directions that are no $P\mathbf v$ can differ.`,
  ),
  text(String.raw`
Kernels, recurrent weights and the temperature of a machine change what a pass looks like. The question stays the
same.

Back to the start: [why the Hessian matters](#page/why).
`),
]);
