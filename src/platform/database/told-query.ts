import pg from 'pg';

/** What the driver's own class has beside its public description; the version is exact in package.json. */
interface DriverQuery {
  callback: (error: Error | null, result: unknown) => void;
  queryMode: string;
  prepare(connection: Wire): void;
  handleDataRow(message: unknown): void;
  handleCommandComplete(message: unknown, connection: Wire): void;
}

/** The messages of the extended protocol. */
interface Wire {
  parse(statement: { text: string }): void;
  bind(values: { values: readonly (string | null)[] }): void;
  execute(portal: object): void;
}

const DriversQuery = pg.Query as unknown as new (
  words: string | pg.QueryConfig,
  values?: unknown[],
) => DriverQuery;

/** A statement that goes first, whose answer nobody asks for. */
export interface Telling {
  text: string;
  values: readonly (string | null)[];
}

/**
 * A question that tells the server something first, on the same way: both travel in one message and stand in one
 * transaction, so that the second is not run unless the first was, and waits for no answer to it. What the first sets
 * locally is forgotten with that transaction.
 */
export class ToldQuery extends DriversQuery {
  private isTelling = false;

  constructor(
    private readonly telling: Telling,
    words: string | pg.QueryConfig,
    values?: unknown[],
  ) {
    super(words, values);
    // The simple protocol has no way to send two statements with values.
    this.queryMode = 'extended';
  }

  override prepare(connection: Wire): void {
    const { text, values } = this.telling;
    this.isTelling = true;
    connection.parse({ text });
    connection.bind({ values });
    connection.execute({});
    super.prepare(connection);
  }

  override handleDataRow(message: unknown): void {
    if (!this.isTelling) super.handleDataRow(message);
  }

  override handleCommandComplete(message: unknown, connection: Wire): void {
    if (this.isTelling) this.isTelling = false;
    else super.handleCommandComplete(message, connection);
  }
}
