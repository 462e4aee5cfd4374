import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Weekly } from '@app/contracts/http/repeat.js';
import type { RequestStatus, TrustLevel, Urgency } from '@app/domain/kernel/vocabulary.js';
import { instant } from '@app/platform/database/instant-column.js';

/** A help request as stored. Words are ciphertext under the asker's key. */
@Entity('help_request')
export class HelpRequestRow {
  @PrimaryColumn('uuid', { name: 'municipality_id' }) municipalityId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'association_id' }) associationId!: string;
  @Column('text', { name: 'neighbourhood_code' }) neighbourhoodCode!: string;
  @Column('uuid', { name: 'asker_id' }) askerId!: string;
  @Column('uuid', { name: 'posted_by_id' }) postedById!: string;
  @Column('text', { nullable: true }) relation!: 'relative' | 'phone-intake' | 'referral' | null;
  @Column('uuid', { name: 'beneficiary_id', nullable: true }) beneficiaryId!: string | null;
  /** An earlier request of this asker: whoever helped then is asked first. */
  @Column('uuid', { name: 'same_neighbour_of', nullable: true }) sameNeighbourOf!: string | null;
  /** When it comes back every week; the window is the first time. */
  @Column('jsonb', { nullable: true }) weekly!: Weekly | null;
  @Column('text') category!: string;
  @Column('text') urgency!: Urgency;
  @Column('text') status!: RequestStatus;
  @Column('int') version!: number;
  @Column('bytea', { name: 'summary_enc', nullable: true }) summaryEnc!: Buffer | null;
  @Column('bytea', { name: 'address_enc', nullable: true }) addressEnc!: Buffer | null;
  @Column('bytea', { name: 'contact_enc', nullable: true }) contactEnc!: Buffer | null;
  @Column(instant('window_from')) windowFrom!: number;
  @Column(instant('window_until')) windowUntil!: number;
  @Column('int', { name: 'expected_minutes' }) expectedMinutes!: number;
  @Column('int', { name: 'helpers_needed' }) helpersNeeded!: number;
  @Column('text', { name: 'required_trust' }) requiredTrust!: TrustLevel;
  @Column('boolean', { name: 'auto_confirm' }) autoConfirm!: boolean;
  /** When the asker said that the person it is for agrees. */
  @Column(instant('consent_stated_at', true)) consentStatedAt!: number | null;
  @Column(instant('posted_at')) postedAt!: number;
  @Column(instant('opened_at', true)) openedAt!: number | null;
  @Column(instant('closed_at', true)) closedAt!: number | null;
  @Column('smallint', { name: 'escalation_level' }) escalationLevel!: 0 | 1 | 2;
  /** The organisation that was called in instead of the desk. */
  @Column('uuid', { name: 'called_in_id', nullable: true }) calledInId!: string | null;
  @Column('text', { name: 'escalation_reason', nullable: true }) escalationReason!: 'clock' | 'nobody-reachable' | null;
  @Column(instant('coordinator_at', true)) coordinatorAt!: number | null;
  @Column(instant('desk_at', true)) deskAt!: number | null;
  @Column(instant('outcome_asked_at', true)) outcomeAskedAt!: number | null;
  @Column('boolean', { name: 'outcome_helped', nullable: true }) outcomeHelped!: boolean | null;
  @Column('bytea', { name: 'outcome_note_enc', nullable: true }) outcomeNoteEnc!: Buffer | null;
  @Column('text', { name: 'outcome_by', nullable: true }) outcomeBy!: 'asker' | 'helper' | null;
  @Column(instant('next_due_at', true)) nextDueAt!: number | null;
}
