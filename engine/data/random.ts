import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { mersenne } from 'pure-rand/generator/mersenne';

/** A stream of random numbers; the same seed gives the same stream. */
export interface Random {
  /** Uniform on [0, 1). */
  uniform(): number;
  /** Standard normal. */
  normal(): number;
}

/** A stream from an integer seed: Mersenne Twister, normals by Box–Muller (1958) in pairs. */
export function randomStream(seed: number): Random {
  const generator = mersenne(seed);
  const uniform = () => uniformFloat64(generator);
  let spare: number | null = null;
  const normal = () => {
    if (spare !== null) {
      const second = spare;
      spare = null;
      return second;
    }
    const radius = Math.sqrt(-2 * Math.log(1 - uniform())); // 1 − u is never 0
    const angle = 2 * Math.PI * uniform();
    spare = radius * Math.sin(angle);
    return radius * Math.cos(angle);
  };
  return { uniform, normal };
}

/** `count` independent standard normals. O(count). */
export function gaussians(seed: number, count: number): Float64Array {
  const random = randomStream(seed);
  return Float64Array.from({ length: count }, random.normal);
}
