import pg from 'pg';
import { applicationRole } from './data-source.js';

/**
 * Lets the login of an address be the application and nothing more, so that a serving process need not hold the owner's.
 * Makes the login where it is not there yet; an existing one keeps its password.
 */
export async function admitApplication(ownerUrl: string, applicationUrl: string): Promise<void> {
  const { username, password } = new URL(applicationUrl);
  const [login, secret] = [decodeURIComponent(username), decodeURIComponent(password)];
  const client = new pg.Client({ connectionString: ownerUrl, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    const known = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [login]);
    if (known.rowCount === 0) {
      await client.query(
        `CREATE ROLE ${client.escapeIdentifier(login)} LOGIN NOINHERIT PASSWORD ${client.escapeLiteral(secret)}`,
      );
    }
    const member = await client.query('SELECT pg_has_role($1, $2, $3) AS member', [login, applicationRole, 'MEMBER']);
    const [row] = member.rows as { member: boolean }[];
    if (row?.member !== true) await client.query(`GRANT ${applicationRole} TO ${client.escapeIdentifier(login)}`);
  } finally {
    await client.end();
  }
}
