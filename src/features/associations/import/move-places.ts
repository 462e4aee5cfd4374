import type { Transaction } from '@app/platform/database/unit-of-work.js';

interface Replacement {
  readonly from: string;
  readonly to: string;
}

/**
 * Gives everything that lies in a neighbourhood that is gone to the one that has its place, whichever table that stands
 * in, and takes away places that nothing refers to any more. The new places must be there.
 */
export async function movePlaces(tx: Transaction, replaced: readonly Replacement[]): Promise<void> {
  const { municipalityId } = tx.tenancy;
  const parameters = [municipalityId, replaced.map(({ from }) => from), replaced.map(({ to }) => to)];
  if (replaced.length > 0) {
    // Of two associations that come together in one neighbourhood the one that is there already keeps it, else the first.
    await tx.query(
      `DELETE FROM association_area a USING unnest($2::text[], $3::text[]) AS r(before, after)
        WHERE a.municipality_id = $1 AND a.neighbourhood_code = r.before
          AND (EXISTS (SELECT 1 FROM association_area b WHERE b.neighbourhood_code = r.after)
            OR EXISTS (SELECT 1 FROM unnest($2::text[], $3::text[]) AS o(before, after)
                         JOIN association_area c ON c.neighbourhood_code = o.before
                        WHERE o.after = r.after AND o.before < r.before))`,
      parameters,
    );
    for (const { table, column } of await columnsWithNeighbourhoods(tx)) {
      await tx.query(
        `UPDATE ${table} t SET ${column} = r.after FROM unnest($2::text[], $3::text[]) AS r(before, after)
          WHERE t.municipality_id = $1 AND t.${column} = r.before`,
        parameters,
      );
    }
    await tx.query(
      `UPDATE association SET planned_area = ARRAY(
          SELECT DISTINCT coalesce(r.after, code) FROM unnest(planned_area) AS code
            LEFT JOIN unnest($2::text[], $3::text[]) AS r(before, after) ON r.before = code ORDER BY 1)
        WHERE municipality_id = $1 AND planned_area && $2::text[]`,
      parameters,
    );
    await tx.query(
      'DELETE FROM neighbourhood WHERE municipality_id = $1 AND code = ANY ($2::text[])',
      parameters.slice(0, 2),
    );
  }
  await refreshWhatFollows(tx);
}

/** Every column that refers to a neighbourhood; names come from the catalogue, so a new table cannot be forgotten. */
function columnsWithNeighbourhoods(tx: Transaction): Promise<{ table: string; column: string }[]> {
  return tx.query(
    `SELECT c.conrelid::regclass::text AS "table", quote_ident(a.attname) AS "column"
       FROM pg_constraint c JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
      WHERE c.contype = 'f' AND c.confrelid = 'neighbourhood'::regclass ORDER BY 1, 2`,
  );
}

/** Where the board shows a request, and in which area a neighbour is looked for, follow from the neighbourhood. */
async function refreshWhatFollows(tx: Transaction): Promise<void> {
  const own = [tx.tenancy.municipalityId];
  await tx.query(
    `UPDATE board_entry b SET cell_code = n.cell_code FROM help_request h JOIN neighbourhood n ON n.code = h.neighbourhood_code
      WHERE b.municipality_id = $1 AND h.municipality_id = $1 AND h.id = b.help_request_id AND b.cell_code <> n.cell_code`,
    own,
  );
  await tx.query(
    `UPDATE helper_category c SET area_code = area_of(p.max_distance, p.neighbourhood_code) FROM helper_profile p
      WHERE c.municipality_id = $1 AND p.municipality_id = $1 AND p.person_id = c.person_id
        AND c.area_code <> area_of(p.max_distance, p.neighbourhood_code)`,
    own,
  );
  for (const [table, column] of [
    ['cell', 'cell_code'],
    ['district', 'district_code'],
  ] as const) {
    const onBoard =
      table === 'cell' ? 'AND NOT EXISTS (SELECT 1 FROM board_entry b WHERE b.cell_code = place.code)' : '';
    await tx.query(
      `DELETE FROM ${table} place WHERE municipality_id = $1
          AND NOT EXISTS (SELECT 1 FROM neighbourhood n WHERE n.${column} = place.code) ${onBoard}`,
      own,
    );
  }
}
