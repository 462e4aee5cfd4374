import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AgeBand, Language } from '@app/contracts/http/vocabulary.js';

export type PersonStatus = 'unverified' | 'active' | 'blocked' | 'erased';

/** A person as stored: words are ciphertext under the person's own key. */
@Entity('person')
export class PersonRow {
  @PrimaryColumn({ name: 'municipality_id', type: 'uuid' })
  municipalityId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'email_index', type: 'bytea', nullable: true })
  emailIndex!: Buffer | null;

  @Column({ name: 'email_enc', type: 'bytea', nullable: true })
  emailEnc!: Buffer | null;

  @Column({ name: 'given_name_enc', type: 'bytea', nullable: true })
  givenNameEnc!: Buffer | null;

  @Column({ name: 'family_name_enc', type: 'bytea', nullable: true })
  familyNameEnc!: Buffer | null;

  @Column({ name: 'phone_enc', type: 'bytea', nullable: true })
  phoneEnc!: Buffer | null;

  @Column({ type: 'text' })
  language!: Language;

  @Column({ name: 'age_band', type: 'text', nullable: true })
  ageBand!: AgeBand | null;

  @Column({ type: 'text' })
  status!: PersonStatus;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;

  @Column({ name: 'last_seen_at', type: 'timestamptz', nullable: true })
  lastSeenAt!: Date | null;
}
