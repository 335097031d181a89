/** Gradient ascent for linear models whose weights keep the sign of a guess and are pulled towards it. */

export interface Prior {
  start: number[];
  /** How strongly. */
  pull: number;
  /** Positions of weights that may take any sign. */
  free: number[];
}

/** The likelihood of the first of each group among its group. */
export function fitSoftmax(groups: readonly (readonly number[][])[], prior: Prior): number[] {
  const packed = groups.map((group) => group.map((values) => Float64Array.from(values)));
  return climb(prior, 400, 2, (weights, gradient) => {
    for (const group of packed) {
      const ranks = group.map((values) => dot(values, weights));
      const top = Math.max(...ranks);
      const odds = ranks.map((rank) => Math.exp(rank - top));
      const sum = odds.reduce((a, b) => a + b, 0);
      group.forEach((values, at) => {
        addTo(gradient, values, ((at === 0 ? 1 : 0) - (odds[at] ?? 0) / sum) / packed.length);
      });
    }
  });
}

/** The likelihood of `good`. */
export function fitLogistic(
  samples: readonly { values: readonly number[]; good: boolean; weight: number }[],
  prior: Prior,
): number[] {
  const packed = samples.map(({ values, good, weight }) => ({
    values: Float64Array.from(values),
    good,
    weight,
  }));
  return climb(prior, 1500, 1, (weights, gradient) => {
    for (const { values, good, weight } of packed) {
      const sure = 1 / (1 + Math.exp(-dot(values, weights)));
      addTo(gradient, values, (weight * ((good ? 1 : 0) - sure)) / packed.length);
    }
  });
}

function climb(
  { start, pull, free }: Prior,
  rounds: number,
  rate: number,
  gradientOf: (weights: Float64Array, gradient: Float64Array) => void,
): number[] {
  const weights = Float64Array.from(start);
  for (let round = 0; round < rounds; round += 1) {
    const gradient = new Float64Array(weights.length);
    gradientOf(weights, gradient);
    weights.forEach((weight, at) => {
      const prior = start[at] ?? 0;
      const next = weight + rate * ((gradient[at] ?? 0) - pull * (weight - prior));
      weights[at] = free.includes(at) || Math.sign(next) === Math.sign(prior) ? next : 0;
    });
  }
  return [...weights];
}

function dot(values: Float64Array, weights: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < values.length; at += 1) sum += (values[at] ?? 0) * (weights[at] ?? 0);
  return sum;
}

function addTo(sum: Float64Array, values: Float64Array, times: number): void {
  for (let at = 0; at < values.length; at += 1) sum[at] = (sum[at] ?? 0) + times * (values[at] ?? 0);
}
