import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Channel, MaxDistance, TrustLevel } from '@app/contracts/http/vocabulary.js';

/** What a neighbour is willing to do; categories and availability stand in tables of their own. */
@Entity('helper_profile')
export class HelperProfileRow {
  @PrimaryColumn({ name: 'municipality_id', type: 'uuid' })
  municipalityId!: string;

  @PrimaryColumn({ name: 'person_id', type: 'uuid' })
  personId!: string;

  @Column({ name: 'neighbourhood_code', type: 'text' })
  neighbourhoodCode!: string;

  @Column({ name: 'max_distance', type: 'text' })
  maxDistance!: MaxDistance;

  @Column({ name: 'weekly_ask_budget', type: 'smallint' })
  weeklyAskBudget!: number;

  @Column({ name: 'quiet_from_minute', type: 'smallint' })
  quietFromMinute!: number;

  @Column({ name: 'quiet_until_minute', type: 'smallint' })
  quietUntilMinute!: number;

  @Column({ name: 'accepts_acute', type: 'boolean' })
  acceptsAcute!: boolean;

  @Column({ name: 'paused_until', type: 'timestamptz', nullable: true })
  pausedUntil!: Date | null;

  @Column({ type: 'text' })
  trust!: TrustLevel;

  @Column({ name: 'already_helping', type: 'boolean' })
  alreadyHelping!: boolean;

  @Column({ name: 'helps_while_asking', type: 'boolean' })
  helpsWhileAsking!: boolean;

  @Column({ name: 'again_at_once', type: 'boolean' })
  againAtOnce!: boolean;

  @Column({ type: 'text', array: true })
  channels!: Channel[];

  /** When the home neighbourhood was changed; old ones are dropped at the next change. */
  @Column({ name: 'home_changes', type: 'timestamptz', array: true })
  homeChanges!: Date[];

  @Column({ name: 'willing_since', type: 'timestamptz' })
  willingSince!: Date;
}
