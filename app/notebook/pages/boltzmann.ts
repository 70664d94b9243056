import { studySettings } from '../../../engine/notebook/studies/index.ts';
import { check, page, study, text } from './build.ts';

const machine = studySettings.boltzmann.defaults;

/** Pearlmutter 1994, Boltzmann machines: derivatives of averages, enumerated and sampled. */
export const boltzmann = page('boltzmann', 'Boltzmann machines', [
  text(String.raw`
The units of a Boltzmann machine are on or off at random. A state $\alpha$ of all units has an energy, and states of
low energy are more probable:

$$
E_\alpha=\sum_{i<j}s_i s_j w_{ij} ,\qquad P_\alpha\propto\mathrm e^{-E_\alpha/T} .
$$

One unit is always on, and its weights are the biases. Some units are visible, the others hidden. The machine is to
show its visible units in the states $v$ of the data, with their probabilities $R(v)$. Its error is the divergence
$G=\sum_v R(v)\ln\bigl(R(v)/P(v)\bigr)$, which is 0 only if it succeeds.

Ackley, Hinton and Sejnowski found its gradient. With $p_{ij}$ for the mean of $s_i s_j$,

$$
\frac{\partial G}{\partial w_{ij}}=\frac1T\bigl(p^{+}_{ij}-p^{-}_{ij}\bigr) ,
$$

where $p^{+}$ is taken with the visible units clamped to the data and $p^{-}$ while the machine runs free. There is no
backward pass: the gradient is a difference of two averages. Pearlmutter's paper (1994) asks what $\mathcal R\{\cdot\}$
makes of that; PRML does not treat these machines.
`),
  text(String.raw`
## Averages of averages

An average over states changes with the weights because their probabilities do. Along a direction $v$ in the space of
weights, let $D_\alpha=\sum_{i<j}s_i s_j v_{ij}$, the energy that $v$ itself would give. Then

$$
\mathcal R\{p_{ij}\}=\frac1T\bigl(p_{ij}\langle D\rangle-\langle s_i s_j D\rangle\bigr) ,\qquad
(Hv)_{ij}=\frac1T\bigl(\mathcal R\{p^{+}_{ij}\}-\mathcal R\{p^{-}_{ij}\}\bigr) .
$$

So $Hv$ needs the same two runs as the gradient, with one more number noted for every state. Three visible and two
hidden units have 32 states: few enough to go through all of them, and to see what sampling is worth.
`),
  study('boltzmann', { ...machine, quantity: 'Hv' }),
  text(String.raw`
Gibbs sampling updates one unit after another, each given all the others. Eight chains start at random; the first 100
sweeps are thrown away. Neighbouring states of a chain resemble each other, so the error bars come from the means of
long batches.

> **Try it**
>
> Move States drawn from 64 to 65,536. The bars shrink, and nearly all of them keep hold of the exact value. Then look
> at p, R{p} and ∇G. Change a weight: everything follows, by enumeration and by sampling.
`),
  check(
    String.raw`
From 4,096 to 65,536 states: by how much should the error fall? At equal numbers of states, why is the relative error
of $Hv$ larger than that of $\nabla G$?`,
    String.raw`
Sixteen times the states, a quarter of the error: it falls as one over the square root. In the figure one run happens to
gain a little more, another less. $\nabla G$ is made of means. $\mathcal R\{p\}$ is a difference between two numbers,
$p\langle D\rangle$ and $\langle s s D\rangle$, that are both larger and nearly equal, and the noise of both remains.`,
  ),
  text(String.raw`
## Without hidden units

With every unit visible there is nothing left to average in the clamped phase. $p^{+}$ is a property of the data.
`),
  study('boltzmann', { ...machine, hidden: 0, quantity: 'Rp' }),
  check(
    String.raw`
Here $v^{\mathsf T}Hv$ is above 0 for every direction you try. Must it be? And with hidden units?`,
    String.raw`
It must. $\mathcal R\{p^{+}\}=0$, and what remains is $v^{\mathsf T}Hv=\operatorname{var}(D)/T^2$ of the machine running
free. $G$ is convex, and $H$ is the Fisher matrix. With hidden units the clamped variances are subtracted, and the sum
may fall below 0: in the first figure let $v$ be the weight at hand and choose $v_1h_1$.`,
  ),
  text(String.raw`
## Chains that do not mix

Error bars are an estimate, made from the same states. Here the weights are five times as large, and units are −1 or 1.
`),
  study('boltzmann', { ...machine, states: '±1', scale: 5, quantity: 'p' }),
  text(String.raw`
Every chain falls into a valley of the energy and stays there. Within a chain nothing varies, so the bars are short or
have no length at all, and nearly all of them miss. More states do not help. The note in the figure counts the pairs
that never changed; a careful program refuses to trust such bars, and no program can repair them.

> **Try it**
>
> Set T to 10. The same energies are now divided by ten, the chains cross from valley to valley, and the bars are honest
> again.
`),
  check(
    String.raw`
The machine is enumerated up to 128 states here. What would 30 units cost, and what would sampling cost?`,
    String.raw`
$2^{30}$ states are about a thousand million; each takes some hundreds of operations. Sampling costs the number of
states drawn times the number of weights, as long as the chains mix: the error depends on how many independent states
there are, not on how many there could be.`,
  ),
  text(String.raw`
Sampling replaced a sum by draws because the sum was too long. One can also draw directions in weight space and measure
nothing but errors: [weight perturbation](#page/weight-perturbation).
`),
]);
