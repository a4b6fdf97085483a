// Input and output (IEEE 1800-2023 clause 21).
// RUN: %expect-messages %s

// 21.2.1: no types among the arguments.
module twentyone_type;
  typedef int t;
  initial $display("%d", t);
//                       ^ error: a data type is used as a value
endmodule

// 21.2.1: no calls without a value.
module twentyone_void;
  function void f(); endfunction
  initial $display("%d", f());
//                       ^ error: void function 'f' has no value
endmodule

// 21.3.1: a file has a name.
module twentyone_fopen;
  int fd = $fopen();
//         ^ error: '$fopen' takes 1 to 2 arguments, but 0 are given
endmodule

// 21.3.1: that is text.
module twentyone_fopen_name;
  int a[2];
  int fd;
  initial fd = $fopen(a);
//                    ^ error: expected a string, found an expression of type 'int$[0:1]'
endmodule

// 21.3.1: a file is closed by its number.
module twentyone_fclose;
  initial $fclose("name");
  initial $fclose();
//        ^ error: '$fclose' takes 1 argument, but 0 are given
endmodule

// 21.3.3: the first argument is written.
module twentyone_sformat;
  initial $sformat("text", "%d", 1);
//                 ^ error: this expression cannot be assigned to
endmodule

// 21.3.3: and is no parameter.
module twentyone_swrite;
  parameter P = 1;
  initial $swrite(P, "text");
//                ^ error: 'P' cannot be assigned to
endmodule

// 21.3.3: a format.
module twentyone_sformatf;
  string s = $sformatf();
//           ^ error: '$sformatf' takes at least 1 argument, but 0 are given
endmodule

// 21.3.4: a scan writes variables.
module twentyone_sscanf;
  int i;
  initial i = $sscanf("1", "%d", 5);
//                               ^ error: this expression cannot be assigned to
endmodule

// 21.3.4: at least one.
module twentyone_fscanf;
  int fd, i;
  initial i = $fscanf(fd);
//            ^ error: '$fscanf' takes at least 2 arguments, but 1 are given
endmodule

// 21.3.4.2: a line is read into a variable.
module twentyone_fgets;
  int fd, i;
  initial i = $fgets("abc", fd);
//                   ^ error: this expression cannot be assigned to
endmodule

// 21.3.4.4: data too.
module twentyone_fread;
  int fd, i;
  initial i = $fread(i + 1, fd);
//                   ^ error: this expression cannot be assigned to
endmodule

// 21.3.4.1: a character comes from a file.
module twentyone_fgetc;
  int i = $fgetc();
//        ^ error: '$fgetc' takes 1 argument, but 0 are given
endmodule

// 21.3.5: three arguments.
module twentyone_fseek;
  int fd, i;
  initial i = $fseek(fd, 0);
//            ^ error: '$fseek' takes 3 arguments, but 2 are given
endmodule

// 21.4: a memory is an array.
module twentyone_readmem;
  logic [7:0] v;
  initial $readmemh("file", v);
//                          ^ error: expected an unpacked array, found an expression of type 'logic[7:0]'
endmodule

// 21.4: and is given.
module twentyone_readmem_one;
  initial $readmemb("file");
//        ^ error: '$readmemb' takes 2 to 4 arguments, but 1 are given
endmodule

// 21.4: the file has a name.
module twentyone_readmem_name;
  logic [7:0] m[4];
  initial $readmemh(m, "file");
//                  ^ error: expected a string, found an expression of type 'logic[7:0]$[0:3]'
//                     ^ error: this expression cannot be assigned to
endmodule

// 21.5: a memory is written from an array.
module twentyone_writemem;
  int i;
  initial $writememh("file", i);
//                           ^ error: expected an unpacked array, found an expression of type 'int'
endmodule

// 21.4.1: an address is a number.
module twentyone_readmem_text_index;
  int m[string];
  initial $readmemh("file", m);
//                          ^ error: an index of type 'string' is not an address in a memory
endmodule

// 21.4.1: and of at most 64 bits here.
module twentyone_readmem_wide_index;
  int m[bit [64:0]];
  initial $writememh("file", m);
//                           ^ error: unsupported: indices of more than 64 bits in memory files (IEEE 1800-2023 21.4.1)
endmodule

// 21.4.3: an address has a fixed number of words.
module twentyone_readmem_inner;
  int m[4][], n[$][int][2];
  initial begin
    $readmemh("file", m);
//                    ^ error: unsupported: words of variable number at an address of a memory (IEEE 1800-2023 21.4.3)
    $writememb("file", n);
//                     ^ error: unsupported: words of variable number at an address of a memory (IEEE 1800-2023 21.4.3)
    $readmemh("file", m[1]);
  end
endmodule

// 21.3.4.4: the same holds for binary data.
module twentyone_fread_index;
  int m[string], n[][$], i;
  initial i = $fread(m, 1) + $fread(n, 1);
//                   ^ error: an index of type 'string' is not an address in a memory
//                                  ^ error: unsupported: words of variable number at an address of a memory (IEEE 1800-2023 21.4.3)
endmodule

// 21.6: a plusarg is a text.
module twentyone_plusargs;
  int i;
  initial i = $test$plusargs();
//            ^ error: '$test$plusargs' takes 1 argument, but 0 are given
endmodule

// 21.6: its value goes to a variable.
module twentyone_value;
  int i;
  initial i = $value$plusargs("a=%d", 5);
//                                    ^ error: this expression cannot be assigned to
endmodule

// 21.7.1.2: variables and scopes.
module twentyone_dumpvars;
  initial $dumpvars(0, 1 + 2);
//                     ^ error: expected the name of a variable or scope
endmodule

// 21.7.1.1: one name.
module twentyone_dumpfile;
  initial $dumpfile("a", "b");
//        ^ error: '$dumpfile' takes 0 to 1 argument, but 2 are given
endmodule

// 21.7.1.5: one limit.
module twentyone_dumplimit;
  initial $dumplimit;
//        ^ error: '$dumplimit' takes 1 argument, but 0 are given
endmodule
