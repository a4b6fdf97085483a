// Includes itself.
`include "include-itself.svh"
