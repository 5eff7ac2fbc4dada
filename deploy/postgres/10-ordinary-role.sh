#!/bin/sh
# Run once, by the image of PostgreSQL, when its volume is still empty. The program connects as an ordinary role that owns
# its database: row-level security does not hold a superuser. The superuser keeps no password, so that he comes in through
# the socket inside the container only. CREATEDB is for backups, which are verified in a database of their own.
set -eu
psql -v ON_ERROR_STOP=1 -v password="$POSTGRES_PASSWORD" -U "${POSTGRES_USER:-postgres}" -d postgres <<'SQL'
CREATE ROLE diaodu LOGIN PASSWORD :'password' NOSUPERUSER NOCREATEROLE NOBYPASSRLS CREATEDB;
CREATE DATABASE diaodu OWNER diaodu;
ALTER ROLE CURRENT_USER PASSWORD NULL;
SQL
