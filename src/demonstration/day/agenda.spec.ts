import { describe, expect, it } from '@jest/globals';
import { Agenda } from './agenda.js';

async function run(agenda: Agenda, until: number): Promise<number[]> {
  const minutes: number[] = [];
  for (let moment = agenda.next(until); moment; moment = agenda.next(until)) {
    minutes.push(moment.minute);
    for (const deed of moment.deeds) await deed();
  }
  return minutes;
}

describe('the agenda', () => {
  it('goes through the day in order, with all of one minute together and as noted', async () => {
    const agenda = new Agenda();
    const done: string[] = [];
    const note = (minute: number, what: string): void => agenda.note(minute, async () => void done.push(what));
    note(9, 'late');
    note(2, 'early');
    note(9.7, 'also late');
    expect(await run(agenda, 100)).toEqual([2, 9]);
    expect(done).toEqual(['early', 'late', 'also late']);
  });

  it('takes in what follows from a deed, also in the same minute', async () => {
    const agenda = new Agenda();
    const done: number[] = [];
    agenda.note(1, async () => {
      agenda.note(1, async () => void done.push(1));
      agenda.note(5, async () => void done.push(5));
    });
    expect(await run(agenda, 100)).toEqual([1, 1, 5]);
    expect(done).toEqual([1, 5]);
  });

  it('stops after the last minute, which still counts', async () => {
    const agenda = new Agenda();
    for (const minute of [240, 241]) agenda.note(minute, async () => undefined);
    expect(await run(agenda, 240)).toEqual([240]);
    expect(await run(agenda, 300)).toEqual([241]);
  });
});
