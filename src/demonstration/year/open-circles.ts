import { MailboxReader } from '../day/mailbox-reader.js';
import { accountOf, redeem } from '../day/stage.js';
import { Service } from '../day/service.js';
import { localMoment } from '@app/platform/time/local-clock.js';

const dayMs = 24 * 3_600_000;
const home = 'BU03270107';

/** Anja begins a circle with Jan and Wim, through the interface that everybody uses: what repeats, and who takes turns. */
export async function openCircles(url: string): Promise<void> {
  const service = new Service(url);
  const mailbox = new MailboxReader(service);
  while ((await mailbox.settled()).length > 0);
  const enter = async (key: 'anja' | 'jan' | 'wim'): Promise<string> => {
    const { email } = accountOf(key);
    const { challengeId } = (await service.call('requestSignInCode', { body: { email } })).data;
    return redeem({ service, mailbox }, challengeId, email);
  };
  const [anja, jan, wim] = [await enter('anja'), await enter('jan'), await enter('wim')];
  const now = await nowOf(service);
  const [startDay, untilDay] = [localMoment(now + dayMs).day, localMoment(now + 84 * dayMs).day];
  const { id } = (
    await service.call('startCircle', {
      session: anja,
      body: { neighbourhoodCode: home, address: 'Voorbeeldlaan 1', leadHours: 72 },
    })
  ).data;
  const repeats = { everyWeeks: 1, startDay, untilDay } as const;
  const series = [
    {
      category: 'groceries',
      summary: 'Boodschappen voor mijn moeder, één tas',
      days: ['tuesday'],
      time: '10:00',
      minutes: 45,
    },
    {
      category: 'keep-company',
      summary: 'Even bij mijn moeder zitten, dan kan ik sporten',
      days: ['thursday'],
      time: '19:30',
      minutes: 90,
    },
    { category: 'walk-dog', summary: 'Een rondje met de hond', days: ['monday', 'friday'], time: '16:00', minutes: 20 },
  ] as const;
  for (const one of series)
    await service.call('addCircleSeries', { id, session: anja, body: { ...one, ...repeats, days: [...one.days] } });
  for (const session of [jan, wim]) await join(service, { id, anja, session });
  await takeTurns(service, id, [jan, wim]);
}

async function join(
  service: Service,
  { id, anja, session }: { readonly id: string; readonly anja: string; readonly session: string },
): Promise<void> {
  const { url } = (await service.call('makeCircleInvitation', { id, session: anja, body: { role: 'helper' } })).data;
  const token = /[\w-]{22}$/.exec(url)?.[0] ?? '';
  await service.call('joinCircle', { session, body: { token } });
  const { members } = (await service.call('getCircle', { id, session: anja })).data;
  for (const member of members.filter(({ status }) => status === 'waiting'))
    await service.call('admitCircleMember', { id: member.id, session: anja });
}

/** Of the coming turns two of three have somebody, in turn. */
async function takeTurns(service: Service, id: string, sessions: readonly string[]): Promise<void> {
  const { slots } = (await service.call('getCircle', { id, session: sessions[0] ?? '' })).data;
  for (const [number, slot] of slots.filter(({ status }) => status === 'open').entries()) {
    const session = sessions[number % (sessions.length + 1)];
    if (session) await service.call('takeCircleSlot', { id: slot.id, session });
  }
}

async function nowOf(service: Service): Promise<number> {
  return Date.parse((await service.demonstration<{ now: string }>('GET', '/demo/clock')).now);
}
