import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Acceptance } from '@app/domain/help-request/index.js';
import type { TrustLevel } from '@app/domain/kernel/vocabulary.js';
import { instant } from '@app/platform/database/instant-column.js';

/** One neighbour's yes as stored; asker and association stand beside it for row level security. */
@Entity('acceptance')
export class AcceptanceRow {
  @PrimaryColumn('uuid', { name: 'municipality_id' }) municipalityId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'help_request_id' }) helpRequestId!: string;
  @Column('uuid', { name: 'association_id' }) associationId!: string;
  @Column('uuid', { name: 'asker_id' }) askerId!: string;
  @Column('uuid', { name: 'person_id' }) personId!: string;
  @Column('text') trust!: TrustLevel;
  @Column('text') status!: Acceptance['status'];
  @Column('smallint', { nullable: true }) seat!: number | null;
  @Column(instant('since')) since!: number;
}
