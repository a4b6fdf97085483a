// For self-checking programs: `check compares with ===, `checkString and
// `checkReal by value; `done prints PASS or ends the run with a fatal error. The
// program declares `int errors = 0;`.
`define check(got, want) \
  if ((got) !== (want)) begin \
    $display("FAIL in line %0d: %b, not %b", `__LINE__, got, want); \
    errors = errors + 1; \
  end
`define checkString(got, want) \
  if ((got) != (want)) begin \
    $display("FAIL in line %0d: '%s', not '%s'", `__LINE__, got, want); \
    errors = errors + 1; \
  end
`define checkReal(got, want) \
  if ((got) - (want) > 1.0e-9 || (want) - (got) > 1.0e-9) begin \
    $display("FAIL in line %0d: %g, not %g", `__LINE__, got, want); \
    errors = errors + 1; \
  end
`define done \
  if (errors == 0) $display("PASS"); \
  else $fatal(1, "%0d errors", errors);
