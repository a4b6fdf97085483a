//===- FileLists.cpp - -f and -F ------------------------------------------===//
//
// A list holds arguments separated by white space, with // and /* */ and #
// comments at the start of a word, double quotes, a backslash before the end of
// a line, and environment variables. `-F` makes file and directory names
// relative to the list; a nested -f stays relative to the current directory.
//
//===----------------------------------------------------------------------===//
#include "Driver/Run/Options.h"

#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"

#include <cstdlib>

using namespace circtsim;
using namespace circtsim::driver;

namespace {
constexpr unsigned MaxDepth = 32;

/// Appends the value of the variable at text[i] ('$'); returns the next index.
size_t appendVariable(llvm::StringRef text, size_t i, std::string &word) {
  size_t begin = i + 1, end;
  bool isBraced = begin < text.size() && (text[begin] == '{' || text[begin] == '(');
  if (isBraced) {
    char close = text[begin] == '{' ? '}' : ')';
    end = text.find(close, ++begin);
    if (end == llvm::StringRef::npos) {
      word += '$';
      return i + 1;
    }
  } else {
    end = begin;
    while (end < text.size() && (llvm::isAlnum(text[end]) || text[end] == '_'))
      ++end;
  }
  if (end == begin) {
    word += '$';
    return i + 1;
  }
  if (const char *value = std::getenv(text.slice(begin, end).str().c_str()))
    word += value;
  return isBraced ? end + 1 : end;
}

std::vector<std::string> splitWords(llvm::StringRef text) {
  std::vector<std::string> words;
  std::string word;
  bool hasWord = false;
  auto finish = [&] {
    if (hasWord)
      words.push_back(word);
    word.clear();
    hasWord = false;
  };
  for (size_t i = 0; i < text.size();) {
    char c = text[i];
    llvm::StringRef rest = text.substr(i);
    if (!hasWord && (rest.starts_with("//") || c == '#')) {
      i = std::min(text.find('\n', i), text.size());
    } else if (!hasWord && rest.starts_with("/*")) {
      size_t end = text.find("*/", i + 2);
      i = end == llvm::StringRef::npos ? text.size() : end + 2;
    } else if (llvm::isSpace(c)) {
      finish();
      ++i;
    } else if (c == '\\' && (rest.starts_with("\\\n") || rest.starts_with("\\\r\n"))) {
      finish();
      i += rest[1] == '\r' ? 3 : 2;
    } else if (c == '"') {
      size_t end = std::min(text.find('"', i + 1), text.size());
      word += text.slice(i + 1, end);
      hasWord = true;
      i = end + 1;
    } else if (c == '$') {
      hasWord = true;
      i = appendVariable(text, i, word);
    } else {
      word += c;
      hasWord = true;
      ++i;
    }
  }
  finish();
  return words;
}

std::string relativeTo(llvm::StringRef directory, llvm::StringRef path) {
  if (path.empty() || llvm::sys::path::is_absolute(path) || directory.empty())
    return path.str();
  llvm::SmallString<128> joined(directory);
  llvm::sys::path::append(joined, path);
  return joined.str().str();
}

/// `+incdir+a+b` with every directory relative to the list.
std::string relativeIncdirs(llvm::StringRef word, llvm::StringRef directory) {
  llvm::SmallVector<llvm::StringRef> dirs;
  word.split(dirs, '+', -1, false);
  std::string result = "+incdir";
  for (llvm::StringRef dir : llvm::ArrayRef(dirs).drop_front())
    result += "+" + relativeTo(directory, dir);
  return result;
}
} // namespace

bool driver::isJoinedList(llvm::StringRef word) {
  return word.size() > 2 && (word.starts_with("-f") || word.starts_with("-F")) && word != "-full64";
}

bool driver::expandFileList(llvm::StringRef path, bool isRelative, std::vector<std::string> &arguments,
                            std::vector<std::string> &errors, unsigned depth) {
  if (depth > MaxDepth) {
    errors.push_back("file lists nest deeper than " + std::to_string(MaxDepth) + " at '" + path.str() +
                     "': does a list include itself?");
    return false;
  }
  auto buffer = llvm::MemoryBuffer::getFile(path);
  if (!buffer) {
    errors.push_back("cannot read file list '" + path.str() + "': " + buffer.getError().message());
    return false;
  }
  llvm::StringRef directory = isRelative ? llvm::sys::path::parent_path(path) : llvm::StringRef();
  std::vector<std::string> words = splitWords((*buffer)->getBuffer());
  for (size_t i = 0; i < words.size(); ++i) {
    llvm::StringRef word = words[i];
    bool hasNext = i + 1 < words.size();
    if (isJoinedList(word)) {
      if (!expandFileList(relativeTo(directory, word.drop_front(2)), word[1] == 'F', arguments, errors, depth + 1))
        return false;
    } else if ((word == "-f" || word == "-F") && hasNext) {
      if (!expandFileList(relativeTo(directory, words[i + 1]), word == "-F", arguments, errors, depth + 1))
        return false;
      ++i;
    } else if ((word == "-y" || word == "-v" || word == "-I") && hasNext) {
      arguments.push_back(word.str());
      arguments.push_back(relativeTo(directory, words[++i]));
    } else if (word.starts_with("-I") || (word.starts_with("-y") && word.size() > 2)) {
      arguments.push_back(word.take_front(2).str() + relativeTo(directory, word.drop_front(2)));
    } else if (word.starts_with("+incdir+")) {
      arguments.push_back(relativeIncdirs(word, directory));
    } else if (word.starts_with("-") || word.starts_with("+")) {
      arguments.push_back(word.str());
      // The value of an option that takes one stays as it is.
      static constexpr llvm::StringLiteral takesValue[] = {"--top", "-s", "-top", "-G", "--timescale", "-timescale",
                                                           "--seed", "--std", "-D", "-U", "-Y", "--max-time"};
      if (hasNext && llvm::is_contained(takesValue, word))
        arguments.push_back(words[++i]);
    } else {
      arguments.push_back(relativeTo(directory, word));
    }
  }
  return true;
}
