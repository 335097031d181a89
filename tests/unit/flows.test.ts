import { describe, expect, test } from 'vitest';
import { type Flow, flowFaults } from '../../bot/dialogue/flow.ts';
import { INTENTS } from '../../bot/types.ts';
import { dialogue } from '../../flows/index.ts';

describe('every flow of the desk is proven before it runs', () => {
  test.each(Object.values(dialogue.flows))('$name has no fault', (flow) => {
    expect(flowFaults(flow, dialogue.flows)).toEqual([]);
  });

  test('every intent and every button begins a flow that is there', () => {
    const begun = [
      ...INTENTS.map((intent) => dialogue.begins[intent]),
      ...Object.values(dialogue.actions),
      ...Object.values(dialogue.repair),
    ];
    expect(begun.filter((name) => !dialogue.flows[name])).toEqual([]);
  });
});

describe('a faulty flow is named for what is wrong with it', () => {
  const flow = (steps: Flow['steps']): Flow => ({
    name: 'faulty',
    start: 'one',
    digression: false,
    collects: [],
    steps,
  });

  test('a step that is named but not there', () => {
    const faults = flowFaults(flow({ one: { kind: 'say', say: () => ({ text: '' }), next: 'gone' } }), {});
    expect(faults).toContain('faulty: step «gone» is named but not there');
  });

  test('a step that nothing leads to', () => {
    const faults = flowFaults(flow({ one: { kind: 'end' }, lost: { kind: 'end' } }), {});
    expect(faults).toEqual(['faulty: step «lost» is never reached']);
  });

  test('an effect without a way on from a refusal', () => {
    const faults = flowFaults(
      flow({
        one: { kind: 'effect', effect: () => ({ kind: 'my_tickets' }), on: { tickets: 'end' } },
        end: { kind: 'end' },
      }),
      {},
    );
    expect(faults).toEqual(['faulty.one: says nothing of a refusal']);
  });

  test('a yes that stands for no button, and a flow that is unknown', () => {
    const ask = { kind: 'ask', ask: () => ({ text: '' }), yes: 'no_such', next: 'end' } as const;
    const faults = flowFaults(flow({ one: ask, end: { kind: 'end', become: 'nowhere' } }), {});
    expect(faults).toEqual([
      'faulty.one: «no_such» is none of its choices',
      'faulty.end: becomes an unknown flow',
    ]);
  });

  test('a flow without an end', () => {
    const ask = { kind: 'ask', ask: () => ({ text: '' }), next: 'one' } as const;
    expect(flowFaults(flow({ one: ask }), {})).toContain('faulty: has no end');
  });
});
