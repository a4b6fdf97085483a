int part;
`include "dir/nested.svh"
