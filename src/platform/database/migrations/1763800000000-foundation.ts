import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Settings of a transaction, the product clock, and the places of a municipality.
 * Places and organisations are public; people come in the next migration.
 */
export class Foundation1763800000000 implements MigrationInterface {
  readonly name = 'Foundation1763800000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    // Roles live in the cluster, not in the database: two databases migrating at once may both try.
    await queryRunner.query(`
      DO $$ BEGIN
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'zb_app') THEN
          CREATE ROLE zb_app NOLOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE;
        END IF;
      EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
      END $$`);
    await queryRunner.query(`
      DO $$ BEGIN
        -- Whoever made the role may administer it, but may not yet become it.
        EXECUTE format('GRANT zb_app TO %I', current_user);
      EXCEPTION
        WHEN insufficient_privilege THEN NULL; -- a member already, made by an administrator
        WHEN unique_violation OR SQLSTATE 'XX000' THEN NULL; -- another database is doing the same
      END $$`);
    await queryRunner.query(`
      CREATE TABLE app_clock (
        only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
        shift interval NOT NULL DEFAULT '0'
      );
      INSERT INTO app_clock DEFAULT VALUES;

      CREATE FUNCTION app_now() RETURNS timestamptz LANGUAGE sql STABLE PARALLEL SAFE
        AS $$ SELECT clock_timestamp() + (SELECT shift FROM app_clock) $$;
      COMMENT ON FUNCTION app_now() IS 'The product clock: database time plus a shift only tests and the demonstration set';

      -- After a transaction-local setting ends it reads '' instead of NULL, hence nullif.
      CREATE FUNCTION app_municipality() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
        AS $$ SELECT nullif(current_setting('app.municipality_id', true), '')::uuid $$;
      CREATE FUNCTION app_person() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
        AS $$ SELECT nullif(current_setting('app.person_id', true), '')::uuid $$;
      CREATE FUNCTION app_subject() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
        AS $$ SELECT nullif(current_setting('app.subject_id', true), '')::uuid $$;
      CREATE FUNCTION app_organisations() RETURNS uuid[] LANGUAGE sql STABLE PARALLEL SAFE
        AS $$ SELECT coalesce(string_to_array(nullif(current_setting('app.organisation_ids', true), ''), ',')::uuid[], '{}') $$;
      CREATE FUNCTION app_is_system() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
        AS $$ SELECT coalesce(current_setting('app.scope', true), '') = 'system' $$;

      CREATE TABLE municipality (
        id uuid PRIMARY KEY,
        code text NOT NULL UNIQUE,
        name text NOT NULL,
        hostname text UNIQUE,
        time_zone text NOT NULL DEFAULT 'Europe/Amsterdam',
        is_demonstration boolean NOT NULL DEFAULT false
      );
      CREATE TABLE district (
        code text PRIMARY KEY,
        municipality_id uuid NOT NULL REFERENCES municipality,
        name text NOT NULL
      );
      CREATE TABLE cell (
        code text PRIMARY KEY,
        municipality_id uuid NOT NULL REFERENCES municipality,
        name text NOT NULL
      );
      CREATE TABLE neighbourhood (
        code text PRIMARY KEY,
        municipality_id uuid NOT NULL REFERENCES municipality,
        district_code text NOT NULL REFERENCES district,
        cell_code text NOT NULL REFERENCES cell,
        name text NOT NULL,
        dwellings integer NOT NULL,
        longitude double precision NOT NULL,
        latitude double precision NOT NULL,
        tile_q integer,
        tile_r integer
      );
      CREATE INDEX neighbourhood_municipality ON neighbourhood (municipality_id, district_code);
      CREATE TABLE association (
        municipality_id uuid NOT NULL REFERENCES municipality,
        id uuid NOT NULL,
        kind text NOT NULL CHECK (kind IN ('association', 'desk')),
        name text NOT NULL,
        is_example boolean NOT NULL DEFAULT false,
        moderation_mode text NOT NULL DEFAULT 'after'
          CHECK (moderation_mode IN ('all-first', 'newcomers-first', 'after', 'closed')),
        policy_preset text NOT NULL DEFAULT 'balanced' CHECK (policy_preset IN ('lean', 'balanced', 'active')),
        policy_tempo text NOT NULL DEFAULT 'standard' CHECK (policy_tempo IN ('standard', 'calm')),
        contact_person_id uuid,
        PRIMARY KEY (municipality_id, id)
      );
      CREATE UNIQUE INDEX association_one_desk ON association (municipality_id) WHERE kind = 'desk';
      CREATE TABLE association_area (
        neighbourhood_code text PRIMARY KEY REFERENCES neighbourhood,
        municipality_id uuid NOT NULL,
        association_id uuid NOT NULL,
        FOREIGN KEY (municipality_id, association_id) REFERENCES association
      );
      CREATE INDEX association_area_association ON association_area (municipality_id, association_id);
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TABLE association_area, association, neighbourhood, cell, district, municipality, app_clock CASCADE;
      DROP FUNCTION app_now(), app_municipality(), app_person(), app_subject(), app_organisations(), app_is_system();
    `);
  }
}
