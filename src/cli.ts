#!/usr/bin/env node
import 'reflect-metadata';
import { runCli } from './app/cli-program.js';

process.exitCode = await runCli(process.argv.slice(2));
