/*===- CirctSimABI.h - the descriptor of compiled designs ----------*- C -*-===*\
|*
|* A shared library made by circt-sim-compile exports one object of this type,
|* named CirctSimCompiledModule. Whoever loads it checks `abi_version` and `size`
|* before anything else, then the two hashes, then the names.
|*
\*===----------------------------------------------------------------------===*/
#ifndef CIRCT_RUNTIME_CIRCTSIMABI_H
#define CIRCT_RUNTIME_CIRCTSIMABI_H

#include <stdint.h>

#define CIRCT_SIM_ABI_VERSION 4

#ifdef __cplusplus
extern "C" {
#endif

typedef struct CirctSimCompiledModuleType {
  uint32_t abi_version;  /* CIRCT_SIM_ABI_VERSION */
  uint32_t size;         /* of this structure, in bytes */
  uint64_t design_hash;  /* content hash of the saved image that was compiled */
  uint64_t layout_hash;  /* of opcodes, run-time structures and support functions */
  const char *processor; /* that the code is for, as LLVM names it */
  /* Processes: ids of the functions that they execute. */
  uint32_t num_processes;
  uint32_t num_all_funcs;
  const uint32_t *processes;
  /* By function id; every entry may be called: compiled code, or `trampoline`. */
  const void *const *func_entries;
  const char *const *func_entry_names;
  /* Code that goes on where a guard of the entry fails; null where there is none. */
  const void *const *func_four_state_entries;
  /* Calls __circt_sim_call_interpreted, which the host has to set. */
  const void *trampoline;
  const void **call_interpreted;
  /* Two words that the host has to set: a function that reports a call through a null
   * pointer and does not return, void (void *simulation, const char *call), and the
   * first argument of it. */
  const void **null_call;
} CirctSimCompiledModuleType;

#define CIRCT_SIM_MODULE_SYMBOL "CirctSimCompiledModule"

#ifdef __cplusplus
}
#endif

#endif
