//===- Random.h - random state of processes and objects ----------*- C++ -*-===//
#ifndef CIRCTSIM_RUNTIME_RANDOM_H
#define CIRCTSIM_RUNTIME_RANDOM_H

#include <cstdint>

namespace circtsim::runtime {

/// The generator behind $urandom, randomize() and process seeding (LRM 18.13,
/// 18.14): SplitMix64. The state is one word, so that every process carries its
/// own, a child is seeded with the next value of its parent, and
/// get_randstate() is a number.
inline uint64_t nextRandom(uint64_t &state) {
  uint64_t z = state += 0x9e3779b97f4a7c15u;
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
  z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
  return z ^ (z >> 31);
}

/// State for a seed given by the user (srandom) or derived from `salt`.
inline uint64_t seedState(uint64_t seed, uint64_t salt = 0) {
  uint64_t state = seed * 0xd1342543de82ef95u + salt * 0x2545f4914f6cdd1du;
  return nextRandom(state);
}

} // namespace circtsim::runtime

#endif
