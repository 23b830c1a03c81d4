export const help = `npm run bench -- [flags]        compare every backend on every problem (about two minutes)

  --suite NAME       only this suite; "micro" is the suite of single operations
  --problem NAME     only this problem
  --backend NAME     only this backend (hand-written JavaScript is always measured with it)
  --sizes N,N        these sizes instead of the usual ones
  --full             more sizes, longer sampling
  --micro            the same as --suite micro
  --json             print the results file on stdout; everything else goes to stderr
  --out DIR          where results files go (default: results)
  --update-readme    write the table into README.md between its markers
  --list             suites, problems with their sizes, and backends
  --help             this text

Names may be repeated or separated by commas.
Exit code: 0; 1 when a backend gave a wrong derivative; 2 for a bad flag, name or folder.`;
