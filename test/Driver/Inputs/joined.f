// A list of files that is named without a blank.
+define+JOINED=7
