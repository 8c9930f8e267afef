package io.breakwater.inspect.licence;

import io.breakwater.inspect.internal.licence.LicenceList;
import io.breakwater.model.Text;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What somebody has to do who passes on a work, in short words. No legal advice. */
public enum Obligation {
  /** Keep notices. */
  NOTICE('n', new Text("Pass on its copyright notices and the licence's text.", "随附其版权声明和许可证文本。")),
  /** Keep the NOTICE file. */
  NOTICE_FILE('f', new Text("Pass on what its NOTICE file says.", "随附其 NOTICE 文件的内容。")),
  /** Advertising clause. */
  ACKNOWLEDGEMENT(
      'a',
      new Text(
          "Name its authors in documentation or advertising as it asks.", "按其要求在文档或宣传材料中致谢作者。")),
  /** No endorsement. */
  NO_ENDORSEMENT(
      'e', new Text("Do not use its authors' names to promote your product.", "不得用其作者的名义宣传你的产品。")),
  /** Tell of changes. */
  CHANGES('c', new Text("Say what you changed in it.", "说明你对它所做的修改。")),
  /** Source of its files. */
  SOURCE_OF_FILES(
      's',
      new Text("Offer the source code of it and of your changes to it.", "提供其源代码以及你所做修改的源代码。")),
  /** Replaceable library. */
  RELINK(
      'l',
      new Text(
          "Let users replace it with a version of their own (link it dynamically).",
          "允许用户将其替换为自己的版本（动态链接）。")),
  /** Source of all. */
  SOURCE_OF_WORK(
      'S',
      new Text(
          "Offer the whole source code of what contains it, under the same licence.",
          "以相同许可证提供包含它的作品的全部源代码。")),
  /** Source for users over a network. */
  SOURCE_TO_USERS(
      'w',
      new Text(
          "Offer the source code to those who use it over a network, too.", "也要向通过网络使用它的用户提供源代码。")),
  /** Forbidden uses. */
  RESTRICTED_USE(
      'x',
      new Text(
          "Some uses are forbidden or need a paid licence: read it.", "某些用途被禁止或需要付费许可：请阅读许可证。")),
  /** Nothing known. */
  READ_IT('?', new Text("Nobody knows: read what it came with.", "情况不明：请阅读其附带的文件。"));

  private final char code;
  private final Text words;

  Obligation(char code, Text words) {
    this.code = code;
    this.words = words;
  }

  /** The word that documents write. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What to do. */
  public Text words() {
    return words;
  }

  /** What an expression asks for; of a choice, what the most permissive part asks for. */
  public static Set<Obligation> of(LicenceExpression expression) {
    return switch (expression) {
      case LicenceExpression.Licence(String id, boolean _) -> ofCodes(LicenceList.obligations(id));
      case LicenceExpression.Reference reference ->
          switch (LicenceClass.of(reference)) {
            case PERMISSIVE -> EnumSet.noneOf(Obligation.class);
            case PROPRIETARY -> EnumSet.of(RESTRICTED_USE);
            case WEAK, STRONG, NETWORK, UNKNOWN -> EnumSet.of(READ_IT);
          };
      case LicenceExpression.With(LicenceExpression licence, String _) -> {
        Set<Obligation> all = of(licence);
        if (LicenceClass.of(licence) == LicenceClass.STRONG) {
          all.remove(SOURCE_OF_WORK);
          all.add(SOURCE_OF_FILES);
        }
        yield all;
      }
      case LicenceExpression.And(List<LicenceExpression> parts) -> {
        Set<Obligation> all = EnumSet.noneOf(Obligation.class);
        for (LicenceExpression part : parts) all.addAll(of(part));
        yield all;
      }
      case LicenceExpression.Or(List<LicenceExpression> parts) ->
          parts.stream()
              .min(Comparator.comparing(LicenceClass::of))
              .map(Obligation::of)
              .orElseGet(() -> EnumSet.of(READ_IT));
    };
  }

  private static Set<Obligation> ofCodes(String codes) {
    Set<Obligation> all = EnumSet.noneOf(Obligation.class);
    for (Obligation each : values()) if (codes.indexOf(each.code) >= 0) all.add(each);
    return all;
  }
}
