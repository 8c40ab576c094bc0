// The code to test. It uses the generated client, and knows nothing of the fake.

using System.Net;
using Library;

/// <summary>Lends books.</summary>
internal sealed class Librarian(LibraryClient library)
{
    /// <summary>Lends a book to a member. Returns what to tell them.</summary>
    public async Task<string> LendAsync(string isbn, string member)
    {
        Book book;
        try
        {
            book = await library.Books.FindBookAsync(isbn);
        }
        catch (ApiException exception) when (exception.StatusCode == HttpStatusCode.NotFound)
        {
            return "We do not have this book.";
        }

        if (book.Copies == 0)
            return $"All copies of {book.Title} are lent.";

        Loan loan = await library.Loans.CreateLoanAsync(new NewLoan { Isbn = book.Isbn, Member = member });
        return FormattableString.Invariant($"{book.Title} is yours until {loan.Due:d MMMM}.");
    }
}
